using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Ordering;

/// <summary>
/// The one order of a table across assemblies: section by section; in each After and Before decide first, then <see cref="RowComparer"/>.
/// Rows that wait for each other have no place in it.
/// </summary>
internal static class RowOrder
{
    /// <summary>The rows in call order, without those of a cycle.</summary>
    public static List<TRow> Sort<TRow>(IEnumerable<TRow> rows)
        where TRow : class, IOrderedRow
    {
        var sorted = new List<TRow>();
        foreach (List<TRow> section in Sections(rows))
        {
            if (!section.Exists(static row => row.After.Count > 0 || row.Before.Count > 0))
            {
                sorted.AddRange(section);
                continue;
            }

            var graph = new RowGraph(section);
            bool[] isLeftOut = new bool[graph.NodeCount];
            foreach (List<int> component in StronglyConnected.Components(graph))
            {
                // The nodes between rows stay: what waits for a class still waits for those of its rows that are no part of the cycle.
                foreach (int row in component.Where(node => node < graph.RowCount))
                {
                    isLeftOut[row] = true;
                }
            }

            foreach (int row in Walk(graph, isLeftOut))
            {
                sorted.Add(section[row]);
            }
        }

        return sorted;
    }

    /// <summary>
    /// The cycles among the rows, at most one for each group of rows that wait for each other: each row runs before the next one, and the last
    /// before the first.
    /// </summary>
    public static List<List<TRow>> FindCycles<TRow>(IEnumerable<TRow> rows)
        where TRow : class, IOrderedRow
    {
        var cycles = new List<List<TRow>>();
        foreach (List<TRow> section in Sections(rows))
        {
            var graph = new RowGraph(section);
            foreach (List<int> component in StronglyConnected.Components(graph))
            {
                cycles.Add(ShortestCycle(graph, component).ConvertAll(row => section[row]));
            }
        }

        return cycles;
    }

    private static IEnumerable<List<TRow>> Sections<TRow>(IEnumerable<TRow> rows)
        where TRow : class, IOrderedRow
    {
        var sections = new List<TRow>?[SectionFacts.Count];
        foreach (TRow row in rows)
        {
            (sections[(int)row.Section] ??= []).Add(row);
        }

        foreach (List<TRow>? section in sections)
        {
            if (section is not null)
            {
                section.Sort(RowComparer.Instance);
                yield return section;
            }
        }
    }

    /// <summary>Kahn's algorithm; of the rows that wait for nothing the first one runs.</summary>
    private static IEnumerable<int> Walk(RowGraph graph, bool[] isLeftOut)
    {
        int[] waitsFor = new int[graph.NodeCount];
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (!isLeftOut[node])
            {
                foreach (int successor in graph.Successors(node))
                {
                    waitsFor[successor]++;
                }
            }
        }

        // Nodes that are no rows go first: nothing may come between the last row of a class and what waits for the class.
        var ready = new SortedSet<int>(Comparer<int>.Create((left, right) =>
            (left < graph.RowCount).CompareTo(right < graph.RowCount) is not 0 and var result ? result : left.CompareTo(right)));
        for (int node = 0; node < graph.NodeCount; node++)
        {
            if (!isLeftOut[node] && waitsFor[node] == 0)
            {
                ready.Add(node);
            }
        }

        while (ready.Count > 0)
        {
            int node = ready.Min;
            ready.Remove(node);
            if (node < graph.RowCount)
            {
                yield return node;
            }

            foreach (int successor in graph.Successors(node))
            {
                if (--waitsFor[successor] == 0 && !isLeftOut[successor])
                {
                    ready.Add(successor);
                }
            }
        }
    }

    /// <summary>A shortest way from the component's first row back to it that stays in the component.</summary>
    private static List<int> ShortestCycle(RowGraph graph, List<int> component)
    {
        var members = new HashSet<int>(component);
        int start = component.Min();
        var cameFrom = new Dictionary<int, int>();
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (queue.Count > 0)
        {
            int node = queue.Dequeue();
            foreach (int successor in graph.Successors(node))
            {
                if (members.Contains(successor) && !cameFrom.ContainsKey(successor))
                {
                    cameFrom.Add(successor, node);
                    queue.Enqueue(successor);
                }
            }
        }

        var cycle = new List<int>();
        int current = start;
        do
        {
            current = cameFrom[current];
            if (current < graph.RowCount)
            {
                cycle.Add(current);
            }
        }
        while (current != start);

        cycle.Reverse();
        return cycle;
    }
}
