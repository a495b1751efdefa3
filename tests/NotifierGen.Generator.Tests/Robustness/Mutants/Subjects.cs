using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;
using NotifierGen.Generator.Tests.Models;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>The projects that are mutated: the sample devices and random machines.</summary>
internal static class Subjects
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using NotifierGen;
        global using static NotifierGen.MigrationEvent;
        """;

    private const string Board =
        """
        namespace Emulator;

        /// <summary>The board's devices.</summary>
        [DispatchTable]
        public sealed partial class BoardNotifiers : MigrationDispatcher;
        """;

    private static readonly string[] s_devices = ["Cpr", "GicV3", "Spice", "Vdpa", "Vfio", "VirtioNet"];

    // Few references, small projects: an analyzer's work on a mutant is then mostly that on the mutated file.
    private static readonly MetadataReference[] s_references =
    [
        .. ReferencePack.Net100.Only(
            "System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Threading", "System.Runtime.Extensions", "System.Diagnostics.Tools",
            "System.ComponentModel.Primitives", "netstandard", "System.ComponentModel", "System.ComponentModel.TypeConverter"),
        MetadataReference.CreateFromFile(typeof(MigrationDispatcher).Assembly.Location),
    ];

    private static readonly CSharpCompilationOptions s_options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress });

    /// <summary>The device projects of the samples, each with a dispatcher.</summary>
    public static IReadOnlyList<Subject> Samples()
    {
        string samples = Repository.PathOf("samples");
        MetadataReference abstractions = Compile(Path.Combine(samples, "Devices.Abstractions")).ToMetadataReference();
        return [.. s_devices.Select(name => new Subject(name, Compile(Path.Combine(samples, "Devices." + name), Board, abstractions)))];
    }

    /// <summary>Random machines.</summary>
    public static IReadOnlyList<Subject> Machines(ulong seed, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        // What other projects offer is referenced as it is in an IDE, without the libraries that no machine uses.
        GeneratedProject project = GeneratedProject.Generate(MachineWriter.Write(MachineBuilder.Build(seed + (ulong)i)), LanguageVersion.Latest, asImages: false);
        IEnumerable<MetadataReference> machine = project.References.Select(reference => reference.Output.ToMetadataReference());
        return new Subject($"machine {seed + (ulong)i}", project.Input.WithReferences([.. s_references, .. machine]).WithOptions(s_options.WithNullableContextOptions(NullableContextOptions.Disable)));
    })];

    private static CSharpCompilation Compile(string folder, string source = "", params MetadataReference[] references)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        IEnumerable<string> files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return CSharpCompilation.Create(
            Path.GetFileName(folder),
            [
                CSharpSyntaxTree.ParseText(Usings, options, "Usings.cs"),
                CSharpSyntaxTree.ParseText(source, options, "Board.cs"),
                .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            ],
            [.. s_references, .. references],
            s_options);
    }
}
