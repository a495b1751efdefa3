using System.Collections.Immutable;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>What analyzer and monitor say of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Handlers">Handler by handler.</param>
/// <param name="Executions">How often its handlers were executed.</param>
/// <param name="Crash">The exception that the analyzer ended with.</param>
internal sealed record ProgramOutcome(FuzzProgram Program, ImmutableArray<HandlerOutcome> Handlers, int Executions, string? Crash)
{
    /// <summary>
    /// What must not be: a crash, something missed where the analysis does not say that it cannot tell, or a false alarm where it promises to be exact.
    /// </summary>
    public IEnumerable<Mismatch> Failures => Crash is null
        ? Handlers.Where(static handler => !handler.IsUndecided).SelectMany(FailuresOf)
        : [new Mismatch(Program.Handlers[0], MismatchKind.Crash, Report.Crash, Crash)];

    private IEnumerable<Mismatch> FailuresOf(HandlerOutcome handler) =>
        Program.IsExact ? handler.Missed.Concat(handler.FalseAlarms) : handler.Missed;
}
