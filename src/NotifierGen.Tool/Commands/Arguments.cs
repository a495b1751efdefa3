using System.CommandLine;

namespace NotifierGen.Tool.Commands;

/// <summary>What several commands ask for.</summary>
internal static class Arguments
{
    public static Argument<string[]> Assemblies() => new("ASSEMBLY")
    {
        Description = "An application or device libraries.",
        Arity = ArgumentArity.OneOrMore,
    };
}
