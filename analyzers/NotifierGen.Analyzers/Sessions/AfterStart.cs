using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using NotifierGen.Analyzers.Sessions.Host;
using NotifierGen.Analyzers.Sessions.Paths;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>
/// Looks along the paths behind a start of the VM, until somebody stops it again or another migration begins: for what raises Failed, and for what
/// completes the migration.
/// </summary>
internal sealed class AfterStart : PathWalker
{
    private readonly HostCode _code;
    private readonly SessionHolders? _session;

    private AfterStart(HostCode code, SessionHolders? session, ControlFlowGraph graph, CancellationToken cancellationToken)
        : base(graph, cancellationToken)
    {
        _code = code;
        _session = session;
    }

    /// <summary>The first place at which Failed is raised though the VM runs again; null if there is none.</summary>
    public IOperation? Failure { get; private set; }

    /// <summary>Whether the migration may still be completed: then the start belongs to a migration that goes on.</summary>
    public bool Completes { get; private set; }

    public static AfterStart Look(IOperation start, HostCode code, SessionHolders? session, ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var look = new AfterStart(code, session, graph, cancellationToken);
        BasicBlock block = graph.Blocks.First(candidate => EvaluationOrder.Of(candidate).Contains(start));
        look.WalkFrom(block, start);
        return look;
    }

    protected override bool Visit(IOperation operation)
    {
        HostEffects effects = _code.Of(operation);
        if (effects == HostEffects.RaisesFailed && (Failure is null || operation.Syntax.SpanStart < Failure.Syntax.SpanStart))
        {
            Failure = operation;
        }

        Completes |= (effects & HostEffects.Completes) != 0 || _session?.HandsOn(operation) == true;
        return effects == HostEffects.None || effects == HostEffects.Starts;
    }

    // An exception behind the start is another story than the one that led to it.
    protected override bool MayThrow(IOperation operation) => false;

    protected override bool? Decide(IOperation condition) => null;

    protected override void Return(IOperation? last, bool withValue)
    {
    }

    protected override void Escape(IOperation? origin)
    {
    }
}
