using System.Reflection;
using System.Runtime.Loader;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>Loads what was generated and compiled, and runs it against the library this test runs with.</summary>
internal static class CompiledProject
{
    /// <summary>Calls <c>Scenario.Run()</c>, which says in a string what happened.</summary>
    public static string Run(GeneratedProject project) => Use(project, assemblies =>
    {
        MethodInfo run = assemblies[^1].GetType("Scenario", throwOnError: true)!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
        return (string)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
    });

    /// <summary>Hands over the loaded assemblies: those that are referenced, then the project's own.</summary>
    public static T Use<T>(GeneratedProject project, Func<IReadOnlyList<Assembly>, T> use)
    {
        var context = new AssemblyLoadContext(project.Project.Name, isCollectible: true);
        try
        {
            return use([.. project.References.Append(project).Select(each => context.LoadFromStream(new MemoryStream(each.Emit())))]);
        }
        finally
        {
            context.Unload();
        }
    }
}
