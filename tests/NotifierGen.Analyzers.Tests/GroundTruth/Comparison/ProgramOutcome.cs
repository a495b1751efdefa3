using System.Collections.Immutable;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>What analyzer and monitor say of a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Handlers">Handler by handler.</param>
/// <param name="Executions">How often its handlers were executed.</param>
internal sealed record ProgramOutcome(FuzzProgram Program, ImmutableArray<HandlerOutcome> Handlers, int Executions)
{
    /// <summary>What must not be: something missed that the analysis does not own up to, or a false alarm where it promises to be exact.</summary>
    public IEnumerable<Mismatch> Failures => Handlers
        .Where(static handler => !handler.IsUndecided)
        .SelectMany(handler => Program.IsExact ? handler.Missed.Concat(handler.FalseAlarms) : handler.Missed);
}
