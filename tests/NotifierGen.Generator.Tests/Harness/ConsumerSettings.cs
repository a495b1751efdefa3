using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>What a consumer's project file says to the compiler.</summary>
internal sealed record ConsumerSettings(LanguageVersion Version)
{
    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Disable;

    public bool ChecksOverflow { get; init; }

    public ReferencePack Framework { get; init; } = ReferencePack.Net100;

    public override string ToString() =>
        $"C# {Version.ToDisplayString()}, {Framework}, nullable {Nullable}, {(ChecksOverflow ? "checked" : "unchecked")}";
}
