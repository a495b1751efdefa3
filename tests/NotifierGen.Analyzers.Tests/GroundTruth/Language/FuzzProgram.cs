using System.Collections.Immutable;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>A generated program.</summary>
/// <param name="Seed">It is all there is to know of it.</param>
/// <param name="IsExact">Whether it keeps to the sub-language in which the analysis promises to be exact.</param>
/// <param name="Tree">Its types.</param>
/// <param name="Handlers">Its roots.</param>
internal sealed record FuzzProgram(ulong Seed, bool IsExact, Node Tree, ImmutableArray<Handler> Handlers)
{
    /// <summary>The namespace that it is printed into, so that many fit into one compilation.</summary>
    public string Space => $"P{Seed:X}";

    public string Print() => ProgramText.Print(Tree, Space);

    /// <summary>The constructs that a handler may reach, in its own body and those that it calls.</summary>
    public IReadOnlySet<Construct> ConstructsOf(Handler handler)
    {
        ILookup<string, Node> members = Tree.DescendantsAndSelf().Where(static node => node.Declares is not null).ToLookup(static node => node.Declares!);
        var found = new HashSet<Construct>();
        var seen = new HashSet<string> { handler.Name };
        var pending = new Stack<string>(seen);
        while (pending.TryPop(out string? name))
        {
            foreach (Node node in members[name].SelectMany(static member => member.DescendantsAndSelf()))
            {
                if (node.Construct is not null)
                {
                    found.Add(node.Construct);
                }

                foreach (string called in node.Calls)
                {
                    if (seen.Add(called))
                    {
                        pending.Push(called);
                    }
                }
            }
        }

        return found;
    }
}
