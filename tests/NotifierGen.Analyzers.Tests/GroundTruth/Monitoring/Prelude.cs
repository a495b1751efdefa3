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
        Both + """
        global using NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

        namespace System.Runtime.CompilerServices
        {
            // Only its full name says what async void methods are built with, and the one in source counts.
            internal readonly struct AsyncVoidMethodBuilder
            {
                private readonly TaskBuilder _builder;
                private AsyncVoidMethodBuilder(TaskBuilder builder) => _builder = builder;
                public static AsyncVoidMethodBuilder Create() => new(TaskBuilder.Create());
                public void Start<T>(ref T machine) where T : IAsyncStateMachine => _builder.Start(ref machine);
                public void SetStateMachine(IAsyncStateMachine machine) => _builder.SetStateMachine(machine);
                public void SetResult() => _builder.SetResult();
                public void SetException(Exception exception) => _builder.SetException(exception);
                public void AwaitOnCompleted<TAwaiter, T>(ref TAwaiter awaiter, ref T machine)
                    where TAwaiter : INotifyCompletion
                    where T : IAsyncStateMachine => _builder.AwaitOnCompleted(ref awaiter, ref machine);
                public void AwaitUnsafeOnCompleted<TAwaiter, T>(ref TAwaiter awaiter, ref T machine)
                    where TAwaiter : ICriticalNotifyCompletion
                    where T : IAsyncStateMachine => _builder.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
            }
        }
        """,
        Options,
        "Prelude.cs");
}
