using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>Finds a path on which a session is neither ended nor handed on.</summary>
internal sealed class LeakSearch : SessionPaths
{
    private Leak? _leak;

    private LeakSearch(SessionHolders holders, ControlFlowGraph graph, CancellationToken cancellationToken)
        : base(holders, graph, cancellationToken)
    {
    }

    /// <summary>The first path that leaves the session behind, sure ones before those of exceptions; null if there is none.</summary>
    public static Leak? Find(SessionHolders holders, ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var search = new LeakSearch(holders, graph, cancellationToken);
        search.WalkFromBeginning();
        return search._leak;
    }

    protected override void LeaveBehind(LeakKind kind, IOperation place)
    {
        var leak = new Leak(kind, place.Syntax);
        if (_leak is null || Rank(leak) < Rank(_leak) || (Rank(leak) == Rank(_leak) && leak.Syntax.SpanStart < _leak.Syntax.SpanStart))
        {
            _leak = leak;
        }
    }

    private static int Rank(Leak leak) => leak.Kind == LeakKind.Exception ? 1 : 0;
}
