using System.CommandLine;

namespace NotifierGen.Tool.Commands;

/// <summary>What several commands ask for.</summary>
internal static class Arguments
{
    public static Argument<string[]> Assemblies() => new("ASSEMBLY")
    {
        Description =
            """
            An application, whose device assemblies are found beside it or named too; libraries that it was not built with join its table as modules do.
            Or device libraries only.
            """,
        Arity = ArgumentArity.OneOrMore,
    };
}
