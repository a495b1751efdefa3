using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Ordering;

/// <summary>The rows of one section and the edges between them.</summary>
/// <remarks>
/// Behind the rows stand two more nodes for each class that is a target: one before and one after all of its rows. An edge to a class is then
/// one edge, not one to each row, and the graph stays linear in what was written.
/// </remarks>
internal sealed class RowGraph
{
    private readonly List<List<int>> _successors = [];
    private readonly Dictionary<TypeKey, List<int>> _rowsOf = [];
    private readonly Dictionary<TypeKey, int> _before = [];
    private readonly Dictionary<TypeKey, int> _after = [];

    /// <summary>Builds the graph.</summary>
    /// <param name="rows">The rows, those that run first where no edge decides first.</param>
    public RowGraph(IReadOnlyList<IOrderedRow> rows)
    {
        RowCount = rows.Count;
        for (int row = 0; row < rows.Count; row++)
        {
            _successors.Add([]);
            if (!_rowsOf.TryGetValue(rows[row].DeviceKey, out List<int>? siblings))
            {
                _rowsOf.Add(rows[row].DeviceKey, siblings = []);
            }

            siblings.Add(row);
        }

        for (int row = 0; row < rows.Count; row++)
        {
            foreach (TypeKey target in Targets(rows[row], rows[row].After))
            {
                _successors[EndOf(target)].Add(row);
            }

            foreach (TypeKey target in Targets(rows[row], rows[row].Before))
            {
                _successors[row].Add(StartOf(target));
            }
        }
    }

    /// <summary>How many rows there are; nodes from here on are no rows.</summary>
    public int RowCount { get; }

    public int NodeCount => _successors.Count;

    public IReadOnlyList<int> Successors(int node) => _successors[node];

    /// <summary>The classes that edges mean: the nearest of the named type's lineage that have rows here, but never the row's own class.</summary>
    private HashSet<TypeKey> Targets(IOrderedRow row, EquatableArray<EdgeTarget> edges)
    {
        var targets = new HashSet<TypeKey>();
        foreach (EdgeTarget edge in edges)
        {
            foreach (EquatableArray<TypeKey> level in edge.Lineage)
            {
                bool found = false;
                foreach (TypeKey type in level)
                {
                    if (_rowsOf.ContainsKey(type))
                    {
                        found = true;
                        targets.Add(type);
                    }
                }

                if (found)
                {
                    break;
                }
            }
        }

        targets.Remove(row.DeviceKey);
        return targets;
    }

    private int EndOf(TypeKey type)
    {
        if (!_after.TryGetValue(type, out int end))
        {
            end = AddNode();
            _after.Add(type, end);
            foreach (int row in _rowsOf[type])
            {
                _successors[row].Add(end);
            }
        }

        return end;
    }

    private int StartOf(TypeKey type)
    {
        if (!_before.TryGetValue(type, out int start))
        {
            start = AddNode();
            _before.Add(type, start);
            _successors[start].AddRange(_rowsOf[type]);
        }

        return start;
    }

    private int AddNode()
    {
        _successors.Add([]);
        return _successors.Count - 1;
    }
}
