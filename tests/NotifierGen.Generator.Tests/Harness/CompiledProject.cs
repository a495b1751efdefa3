using System.Reflection;

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

    /// <summary>Hands over the loaded assemblies: those that are referenced, the modules and what they need, then the project's own.</summary>
    public static T Use<T>(GeneratedProject project, Func<IReadOnlyList<Assembly>, T> use)
    {
        var context = new LoadedProject(project.Project.Name);
        try
        {
            IEnumerable<GeneratedProject> modules = project.Modules.SelectMany(module => module.References.Append(module));

            // Where an older assembly is asked for, a newer one in the same context would do: the oldest one goes first.
            IEnumerable<GeneratedProject> all = project.References.Concat(modules).Distinct().OrderBy(each => each.Project.Version ?? 0);
            return use([.. all.Append(project).Select(each => context.Add(each.Emit(), each.Project.Name))]);
        }
        finally
        {
            context.UnloadAll();
        }
    }
}
