namespace NotifierGen.Tool.Reading;

/// <summary>The assemblies that a command names, and what lies beside them.</summary>
internal sealed class AssemblySet
{
    private static readonly string[] s_extensions = [".dll", ".exe"];

    private readonly Dictionary<string, AssemblyFile?> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ToolException">One cannot be read, or two have one name.</exception>
    public AssemblySet(IEnumerable<string> paths)
    {
        List<AssemblyFile> named = [];
        foreach (string path in paths)
        {
            AssemblyFile file = AssemblyFile.Open(path);
            if (!_known.TryAdd(file.Name, file))
            {
                throw new ToolException(ExitCode.Misused, $"'{_known[file.Name]!.Path}' and '{path}' are both the assembly '{file.Name}'. Name one of them.");
            }

            named.Add(file);
        }

        Named = named;
    }

    /// <summary>Those that were named, as they were named.</summary>
    public IReadOnlyList<AssemblyFile> Named { get; }

    /// <summary>The assembly of that simple name: one that was named, or a file of that name beside one.</summary>
    public AssemblyFile? Find(string name)
    {
        if (!_known.TryGetValue(name, out AssemblyFile? file))
        {
            _known.Add(name, file = FindBeside(name));
        }

        return file;
    }

    private AssemblyFile? FindBeside(string name)
    {
        // The name comes from a file: it must not lead anywhere else.
        if (name.Length == 0 || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
        {
            return null;
        }

        foreach (string folder in Named.Select(file => file.Folder).Distinct(StringComparer.Ordinal))
        {
            foreach (string extension in s_extensions)
            {
                string path = Path.Combine(folder, name + extension);
                if (File.Exists(path) && AssemblyFile.Open(path) is var file && file.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return file;
                }
            }
        }

        return null;
    }
}
