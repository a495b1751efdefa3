using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace NotifierGen.Analyzers.Tests.Testing;

/// <summary>What every test project starts from: .NET 10, the runtime library and the usings that the package adds.</summary>
internal static class DeviceProject
{
    public const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using NotifierGen;
        global using static NotifierGen.MigrationEvent;
        """;

    public static ReferenceAssemblies Framework { get; } = new ReferenceAssemblies("net10.0");

    public static ImmutableArray<MetadataReference> References { get; } =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(OnMigrationEventAttribute).Assembly.Location)];

    public static void Prepare(SolutionState state)
    {
        state.ReferenceAssemblies = Framework;
        state.AdditionalReferences.AddRange(References);
        state.Sources.Add(("GlobalUsings.cs", GlobalUsings));
    }

    /// <summary>An .editorconfig that sets a rule's severity.</summary>
    public static (string Name, string Content) Severity(string ruleId, string severity) =>
        ("/.editorconfig", $"""
            root = true
            [*.cs]
            dotnet_diagnostic.{ruleId}.severity = {severity}
            """);
}
