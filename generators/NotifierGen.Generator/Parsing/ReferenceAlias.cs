using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>The name before <c>::</c> that leads to the types of a referenced assembly.</summary>
internal static class ReferenceAlias
{
    /// <summary>The assembly is referenced without an alias.</summary>
    public const string None = "global";

    public static string Of(MetadataReference? reference)
    {
        ImmutableArray<string> aliases = reference?.Properties.Aliases ?? default;

        // A project file may give any identifier, keywords included.
        return aliases.IsDefaultOrEmpty || aliases.Contains(None) ? None : Identifiers.Escape(aliases[0]);
    }
}
