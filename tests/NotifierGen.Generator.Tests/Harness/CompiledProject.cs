using System.Reflection;
using System.Runtime.Loader;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>Loads what was generated and compiled, and runs it against the library this test runs with.</summary>
internal static class CompiledProject
{
    /// <summary>Calls <c>Scenario.Run()</c>, which says in a string what happened.</summary>
    public static string Run(GeneratedProject project)
    {
        var context = new AssemblyLoadContext(project.Project.Name, isCollectible: true);
        try
        {
            foreach (GeneratedProject reference in project.References)
            {
                context.LoadFromStream(new MemoryStream(reference.Emit()));
            }

            Assembly assembly = context.LoadFromStream(new MemoryStream(project.Emit()));
            MethodInfo run = assembly.GetType("Scenario", throwOnError: true)!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!;
            return (string)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
