using System.Collections.Concurrent;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>
/// Lowers the bodies that handlers reach before any of them is solved. Handlers that are analysed side by side share most of what they reach: their
/// threads take bodies from one queue, where solving in the order of calls would wait for the other's body at every step.
/// </summary>
internal sealed class Reach(IProgram program)
{
    private readonly ConcurrentDictionary<(int Tree, int Member), bool> _known = new();
    private readonly ConcurrentQueue<BodyKey> _open = new();

    /// <summary>Lowers what a body reaches by calls of members, and what others have found meanwhile, until all of it is done or taken.</summary>
    public void From(BodyKey root, CancellationToken cancellationToken)
    {
        Add(root);
        for (int i = 0; i < Solver.Budget && _open.TryDequeue(out BodyKey body); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (CallTarget[] targets in program.Member(body).Callees)
            {
                foreach (CallTarget target in targets)
                {
                    if (target.HasBody && (target.OnlyIfNamed is null || program.IsNamed(target.OnlyIfNamed)))
                    {
                        Add(target.Body);
                    }
                }
            }
        }
    }

    private void Add(BodyKey body)
    {
        if (_known.TryAdd((body.Tree, body.Member), true))
        {
            _open.Enqueue(body);
        }
    }
}
