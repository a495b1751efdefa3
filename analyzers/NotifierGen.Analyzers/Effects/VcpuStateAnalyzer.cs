using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Reporting;
using NotifierGen.Analyzers.Effects.Roots;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects;

/// <summary>
/// Follows each handler through all that it calls and leaves behind, and says where vCPU state is touched while the vCPUs may run (NG1001 to NG1003,
/// NG1010), where a handler resumes the VM (NG1004) or blocks (NG1007), and where that cannot be decided (NG1099).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VcpuStateAnalyzer : DiagnosticAnalyzer
{
    private readonly AnalysisVariant _variant;

    /// <summary>Creates the analyzer.</summary>
    public VcpuStateAnalyzer()
        : this(AnalysisVariant.None)
    {
    }

    internal VcpuStateAnalyzer(AnalysisVariant variant) => _variant = variant;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.TouchAfterResume,
        Descriptors.TouchWhileMaybeRunning,
        Descriptors.DeferredTouch,
        Descriptors.HandlerResumesVm,
        Descriptors.BlockingHandler,
        Descriptors.TouchInSetup,
        Descriptors.Undecided);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => HandlerBodies.Register(start, Analyze));
    }

    private void Analyze(OperationBlockAnalysisContext context, IMethodSymbol handler, List<HandlerRow> rows)
    {
        var program = EffectProgram.Of(context.Compilation, context.Options, _variant);
        if (program.Files.KeyOf(handler) is not { } key)
        {
            return;
        }

        var report = new HandlerReport(handler, program.Files, context.ReportDiagnostic);
        var solver = new Solver(program, program.Summaries, context.CancellationToken);
        try
        {
            program.Reach.From(key, context.CancellationToken);
            foreach (HandlerRow row in rows)
            {
                report.Add(row, HandlerFindings.Of(solver, program.Files, key, row.Entry));
            }

            report.Publish();
            if (solver.IsOverBudget)
            {
                report.GiveUp($"it reaches more than {Solver.Budget} bodies; annotate what lies in between");
            }
        }
        catch (InsufficientExecutionStackException)
        {
            report.GiveUp("the code is nested more deeply than can be followed");
        }
    }
}
