using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using NotifierGen.Analyzers.Sessions.Host;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>Finds the starts of the VM that stand where a session has begun and has not ended.</summary>
internal sealed class LiveStarts : SessionPaths
{
    private readonly HostCode _code;
    private readonly List<IOperation> _starts = new List<IOperation>();

    private LiveStarts(SessionHolders holders, HostCode code, ControlFlowGraph graph, CancellationToken cancellationToken)
        : base(holders, graph, cancellationToken) => _code = code;

    public static IReadOnlyList<IOperation> Find(SessionHolders holders, HostCode code, ControlFlowGraph graph, CancellationToken cancellationToken)
    {
        var search = new LiveStarts(holders, code, graph, cancellationToken);
        search.WalkFromBeginning();
        return search._starts;
    }

    protected override bool Visit(IOperation operation)
    {
        if (!base.Visit(operation))
        {
            return false;
        }

        if (_code.Of(operation) == HostEffects.Starts)
        {
            _starts.Add(operation);
        }

        return true;
    }
}
