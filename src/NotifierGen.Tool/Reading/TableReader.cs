using NotifierGen.Generator.Ordering;

namespace NotifierGen.Tool.Reading;

/// <summary>
/// Composes the table of the assemblies that a command names. An application's table is the one that the generator wrote into it; libraries that it was
/// not built with join it as modules would. Without an application it is the table of what the libraries declare.
/// </summary>
internal sealed class TableReader
{
    private readonly AssemblySet _assemblies;
    private readonly ManifestReader _manifests;
    private readonly Dictionary<string, Dictionary<string, List<DeclaredRow>>?> _read = new(StringComparer.OrdinalIgnoreCase);

    private TableReader(AssemblySet assemblies)
    {
        _assemblies = assemblies;
        _manifests = new ManifestReader(new TypeLineages(assemblies));
    }

    /// <exception cref="ToolException">There is no table; says why, and what to do.</exception>
    public static ComposedTable Read(IEnumerable<string> paths) => new TableReader(new AssemblySet(paths)).Read();

    private ComposedTable Read()
    {
        AssemblyFile? application = null;
        foreach (AssemblyFile file in _assemblies.Named)
        {
            if (ManifestReader.Dispatchers(file).Count > 0)
            {
                application = application is null
                    ? file
                    : throw new ToolException(ExitCode.Misused, $"'{application.Path}' and '{file.Path}' both have a dispatcher. Draw the table of one application at a time.");
            }
        }

        return application is null ? OfLibraries() : OfApplication(application);
    }

    private ComposedTable OfLibraries()
    {
        List<DeclaredRow> rows = [.. _assemblies.Named.SelectMany(OwnRows)];
        return Sort(string.Join(", ", _assemblies.Named.Select(file => file.Name)), isOfDispatcher: false, rows);
    }

    private ComposedTable OfApplication(AssemblyFile application)
    {
        string name = string.Join(", ", ManifestReader.Dispatchers(application));
        RowReferences references = RowReferences.Of(application);
        List<DeclaredRow> rows = [.. RowsOf(application)?.Values.SelectMany(each => each) ?? []];
        foreach ((string assembly, string rowClass) in references.RowClasses)
        {
            rows.AddRange(ReferencedRows(application, assembly, rowClass));
        }

        ComposedTable compiled = Sort(name, isOfDispatcher: true, rows);
        CheckCalls(application, references, compiled.Rows);
        if (rows.Count == 0)
        {
            throw new ToolException(ExitCode.NoHandlers, $"'{application.Path}' has a dispatcher, but nothing that it references has handlers. Reference device projects whose methods have [OnMigrationEvent].");
        }

        HashSet<string> composed = new(references.RowClasses.Select(each => each.Assembly), StringComparer.OrdinalIgnoreCase) { application.Name };
        List<AssemblyFile> modules = [.. _assemblies.Named.Where(file => !composed.Contains(file.Name) && !IsReferenced(application, file))];
        return modules.Count == 0 ? compiled : Sort(name, isOfDispatcher: true, [.. rows, .. modules.SelectMany(OwnRows)]);
    }

    /// <summary>A library without handlers may be named for the sake of its types.</summary>
    private bool IsReferenced(AssemblyFile application, AssemblyFile file) => application.Read(() => application.Metadata.AssemblyReferences.Any(handle =>
        application.Metadata.StringComparer.Equals(application.Metadata.GetAssemblyReference(handle).Name, file.Name))) && RowsOf(file) is null;

    private IEnumerable<DeclaredRow> OwnRows(AssemblyFile file) => RowsOf(file)?.Values.SelectMany(each => each) ?? throw NoHandlers(file);

    private static ToolException NoHandlers(AssemblyFile file) => new(
        ExitCode.NoHandlers,
        $"'{file.Path}' has no handlers. Mark methods of its devices with [OnMigrationEvent], and build it with the NotifierGen package.");

    private List<DeclaredRow> ReferencedRows(AssemblyFile application, string assembly, string rowClass)
    {
        AssemblyFile file = _assemblies.Find(assembly) ?? throw new ToolException(
            ExitCode.DoNotFit,
            $"'{application.Path}' was built with '{assembly}', which does not lie beside it. Name its file too.");
        if (RowsOf(file) is { } all && all.TryGetValue(rowClass, out List<DeclaredRow>? rows))
        {
            return rows;
        }

        throw OtherBuild(application, file);
    }

    /// <summary>The rows of a neighbour must be those that the application was built with: it calls each of them by name.</summary>
    private void CheckCalls(AssemblyFile application, RowReferences references, IEnumerable<DeclaredRow> rows)
    {
        ILookup<(string, string), string> placed = rows.ToLookup(row => (row.Row.Assembly, row.RowClass), row => row.Method);
        foreach ((string assembly, string rowClass) in references.RowClasses)
        {
            AssemblyFile file = _assemblies.Find(assembly)!;
            if (!references.MethodsOf(assembly, rowClass).SetEquals(placed[(file.Name, rowClass)]))
            {
                throw OtherBuild(application, file);
            }
        }
    }

    private static ToolException OtherBuild(AssemblyFile application, AssemblyFile library) => new(
        ExitCode.DoNotFit,
        $"'{application.Path}' was built with other handlers of '{library.Name}' than '{library.Path}' has. Rebuild the application.");

    private Dictionary<string, List<DeclaredRow>>? RowsOf(AssemblyFile file)
    {
        if (!_read.TryGetValue(file.Name, out Dictionary<string, List<DeclaredRow>>? rows))
        {
            _read.Add(file.Name, rows = _manifests.Read(file));
        }

        return rows;
    }

    private static ComposedTable Sort(string name, bool isOfDispatcher, List<DeclaredRow> rows)
    {
        List<DeclaredRow> sorted = RowOrder.Sort(rows);
        return new ComposedTable(name, isOfDispatcher, [.. sorted], sorted.Count == rows.Count ? [] : [.. rows.Except(sorted).OrderBy(row => row.ToString(), StringComparer.Ordinal)]);
    }
}
