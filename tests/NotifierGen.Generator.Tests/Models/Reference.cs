namespace NotifierGen.Generator.Tests.Models;

/// <summary>
/// What must be called, in which order: computed from the model alone, in the words of the design and without regard to time. Shares no code
/// with the generator and knows nothing of the compiler.
/// </summary>
internal sealed class Reference(Machine machine, IReadOnlyCollection<MachineProject> composed)
{
    private readonly Dictionary<Moment, IReadOnlyList<Annotation>> _rows = [];
    private readonly List<Annotation> _waitForThemselves = [];

    /// <summary>The rows that have no place in the table.</summary>
    public IReadOnlyList<Annotation> LeftOut
    {
        get
        {
            foreach (Moment moment in Moment.All)
            {
                Rows(moment);
            }

            return _waitForThemselves;
        }
    }

    /// <summary>The rows of a moment in call order: the first row, again and again, that must not wait for one that is left.</summary>
    public IReadOnlyList<Annotation> Rows(Moment moment)
    {
        if (!_rows.TryGetValue(moment, out IReadOnlyList<Annotation>? rows))
        {
            _rows.Add(moment, rows = Order(moment));
        }

        return rows;
    }

    /// <summary>The calls of a dispatch: the device, as a number in the order of registration or -1 for none, and what it notes.</summary>
    public IReadOnlyList<(int Device, string What)> Calls(Moment moment, MigrationMode mode)
    {
        var calls = new List<(int Device, string What)>();
        foreach (Annotation row in Rows(moment).Where(row => (row.Modes & mode) != 0))
        {
            IEnumerable<int> devices = row.Method.Kind == MethodKind.Static ? [-1] : Enumerable.Range(0, machine.Devices.Count).Where(device => machine.Devices[device].Type.IsA(row.Method.Type));
            foreach (int device in moment.IsMirrored ? devices.Reverse() : devices)
            {
                DeviceMethod called = device < 0 ? row.Method : Called(row.Method, machine.Devices[device].Type);
                calls.Add((device, called.Label + (called.TakesContext ? $" {moment.Event} {moment.Phase} {mode}" : "")));
                if (moment.IsSetup && (called.Throws || called.Refuses))
                {
                    return calls;
                }
            }
        }

        return calls;
    }

    /// <summary>Whether the table has a row for objects of a class.</summary>
    public bool IsKnown(DeviceType type) =>
        Moment.All.SelectMany(moment => Rows(moment)).Any(row => row.Method.Kind != MethodKind.Static && type.IsA(row.Method.Type));

    private List<Annotation> Order(Moment moment)
    {
        Annotation[] rows = [.. composed.SelectMany(project => project.Types).SelectMany(type => type.Methods)
            .SelectMany(method => method.Annotations).Where(annotation => annotation.Moment == moment)];
        HashSet<(Annotation First, Annotation Second)> edges = Edges(rows);
        HashSet<Annotation> cyclic = Cyclic(rows, edges);
        _waitForThemselves.AddRange(cyclic);

        List<Annotation> left = [.. rows.Where(row => !cyclic.Contains(row))];
        left.Sort((x, y) => Compare(x, y, rows));
        var ordered = new List<Annotation>();
        while (left.Count > 0)
        {
            Annotation next = left.First(row => !left.Any(other => edges.Contains((other, row))));
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }

    /// <summary>What runs when a method is called on an object of a class: the nearest override or implementation.</summary>
    private static DeviceMethod Called(DeviceMethod method, DeviceType type)
    {
        DeviceMethod introduced = method.Kind == MethodKind.Override ? method.Implements! : method;
        return type.Classes.SelectMany(each => each.Methods).FirstOrDefault(each => each == introduced || each.Implements == introduced) ?? introduced;
    }

    private static HashSet<(Annotation First, Annotation Second)> Edges(Annotation[] rows)
    {
        var edges = new HashSet<(Annotation, Annotation)>();
        foreach (Annotation row in rows)
        {
            edges.UnionWith(row.After.SelectMany(named => Meant(named, row, rows)).Select(target => (target, row)));
            edges.UnionWith(row.Before.SelectMany(named => Meant(named, row, rows)).Select(target => (row, target)));
        }

        return edges;
    }

    /// <summary>A named type stands for its own rows or, if it has none at that moment, for those nearest to it. A class does not wait for itself.</summary>
    private static IEnumerable<Annotation> Meant(DeviceType named, Annotation by, Annotation[] rows)
    {
        DeviceType[] nearest = Lineage(named).FirstOrDefault(level => rows.Any(row => level.Contains(row.Method.Type))) ?? [];
        return rows.Where(row => nearest.Contains(row.Method.Type) && row.Method.Type != by.Method.Type);
    }

    /// <summary>
    /// Class by class upwards: the class, then the interfaces it lists that its base class does not have, then what those list. An interface
    /// that is listed beside one that is derived from it stands behind that one.
    /// </summary>
    private static IEnumerable<DeviceType[]> Lineage(DeviceType named)
    {
        foreach (DeviceType type in named.Classes)
        {
            yield return [type];
            HashSet<DeviceType> seen = type.Base?.Type.AllInterfaces() ?? [];
            DeviceType[] level = [.. Nearest(type.Interfaces)];
            while (level.Length > 0)
            {
                level = [.. level.Where(seen.Add)];
                yield return level;
                level = [.. level.SelectMany(each => Nearest(each.Interfaces))];
            }
        }
    }

    private static IEnumerable<DeviceType> Nearest(IEnumerable<DeviceType> listed) =>
        listed.Where(each => !listed.Any(other => other.AllInterfaces().Contains(each)));

    /// <summary>The rows that wait, over whatever others, for themselves.</summary>
    private static HashSet<Annotation> Cyclic(Annotation[] rows, HashSet<(Annotation First, Annotation Second)> edges)
    {
        var reach = new HashSet<(Annotation First, Annotation Second)>(edges);
        foreach (Annotation between in rows)
        {
            foreach (Annotation from in rows.Where(from => reach.Contains((from, between))).ToList())
            {
                reach.UnionWith(rows.Where(to => reach.Contains((between, to))).Select(to => (from, to)));
            }
        }

        return [.. rows.Where(row => reach.Contains((row, row)))];
    }

    private static int Compare(Annotation x, Annotation y, Annotation[] rows)
    {
        if (x.Order != y.Order)
        {
            return x.Order < y.Order ? -1 : 1;
        }

        int result = string.CompareOrdinal(x.Method.Type.FullName, y.Method.Type.FullName);
        result = result != 0 ? result : string.CompareOrdinal(x.Method.Name, y.Method.Name);
        result = result != 0 ? result : Rank(x, rows).CompareTo(Rank(y, rows));
        result = result != 0 ? result : string.CompareOrdinal(x.Method.Type.Project.Name, y.Method.Type.Project.Name);
        return x.Moment.IsMirrored ? -result : result;
    }

    /// <summary>The how many-th of the rows of one handler name a row is: without a context first, then by modes.</summary>
    private static int Rank(Annotation row, Annotation[] rows) => rows.Count(other =>
        other.Method.Type == row.Method.Type && other.Method.Name == row.Method.Name
        && (!other.Method.TakesContext && row.Method.TakesContext || (other.Method.TakesContext == row.Method.TakesContext && other.Modes < row.Modes)));
}
