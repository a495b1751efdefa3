using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>
/// The usings that decide what <c>Task</c>, <c>Thread</c>, <c>Timer</c> and the like are: the framework's for the analyzer, the shim's for the
/// monitor. The programs' own files are the same.
/// </summary>
internal static class Prelude
{
    private const string Both = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using NotifierGen;
        global using NotifierGen.Analyzers.Tests.GroundTruth.Shim;
        global using static NotifierGen.MigrationEvent;

        """;

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static SyntaxTree ForAnalyzer { get; } = CSharpSyntaxTree.ParseText(
        Both + """
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        Options,
        "Prelude.cs");

    public static SyntaxTree ForMonitor { get; } = CSharpSyntaxTree.ParseText(
        Both + "global using NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;", Options, "Prelude.cs");
}
