namespace NotifierGen.Generator.Declarations;

/// <summary>
/// Which files say something of the types that a file inherits from, shares or names: those whose members can change what symbols of the file mean.
/// By simple names, without binding, so rather too many than too few.
/// </summary>
internal sealed class Neighbourhood
{
    private readonly IReadOnlyList<TreeOutline> _outlines;
    private readonly Dictionary<string, List<(int File, TypeOutline Type)>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _targets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _everywhere = new(StringComparer.Ordinal);

    public Neighbourhood(IReadOnlyList<TreeOutline> outlines)
    {
        _outlines = outlines;
        for (int file = 0; file < outlines.Count; file++)
        {
            foreach (TypeOutline type in outlines[file].Types)
            {
                Add(_types, type.Name, (file, type));
            }

            foreach ((string alias, string target) in outlines[file].Aliases)
            {
                Add(_targets, alias, target);
            }

            // Some of them are global; the others do no harm.
            _everywhere.UnionWith(outlines[file].StaticUsings);
        }
    }

    /// <summary>One number for all that the neighbours of a file say outside bodies.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">What it names beside the types that it declares, and their bases.</param>
    public ulong Hash(TreeOutline file, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(_everywhere, StringComparer.Ordinal);
        seen.UnionWith(names);
        seen.UnionWith(file.Types.Select(static type => type.Name));
        var open = new Queue<string>(seen);
        var files = new SortedSet<int>();
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            foreach (string target in _targets.TryGetValue(name, out List<string>? targets) ? targets : [])
            {
                Visit(target);
            }

            foreach ((int declaring, TypeOutline type) in _types.TryGetValue(name, out List<(int, TypeOutline)>? types) ? types : [])
            {
                files.Add(declaring);
                foreach (string inherited in type.Bases)
                {
                    Visit(inherited);
                }
            }
        }

        ulong hash = 23;
        foreach (int neighbour in files)
        {
            hash = OutlineHash.Combine(hash, _outlines[neighbour].Hash);
        }

        return hash;

        void Visit(string name)
        {
            if (seen.Add(name))
            {
                open.Enqueue(name);
            }
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out List<T>? list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
