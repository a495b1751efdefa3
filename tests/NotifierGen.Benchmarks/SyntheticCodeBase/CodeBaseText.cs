using NotifierGen.Benchmarks.SyntheticCodeBase.Model;
using NotifierGen.Benchmarks.SyntheticCodeBase.Planning;
using NotifierGen.Benchmarks.SyntheticCodeBase.Text;

namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>The files of a code base while they are written, module after module, until there are lines enough.</summary>
internal sealed class CodeBaseText
{
    private readonly List<CodeFile> _files = [];
    private readonly Dictionary<TypePlan, TypeSource> _sources = [];
    private int _lines = CoreFiles.All.Sum(file => file.Text.AsSpan().Count('\n'));

    /// <summary>The text of each class, to which handlers may be added.</summary>
    public IReadOnlyDictionary<TypePlan, TypeSource> Sources => _sources;

    public void Write(CodeBaseShape shape)
    {
        var planner = new ModulePlanner(shape);
        while (_lines < shape.Lines)
        {
            Write(planner.Next(), shape.Lines);
        }
    }

    public IReadOnlyList<SourceFile> Finish() => [.. _files.Select(file => file.Finish()), .. CoreFiles.All];

    private void Write(ModulePlan module, int lines)
    {
        if (module.Contracts.Count > 0)
        {
            Add(new CodeFile(module.Namespace, "Contracts"), module.Contracts);
        }

        // Classes know those before them only, so a module may end behind any of them.
        for (int i = 0; i < module.Types.Count && _lines < lines; i++)
        {
            TypePlan type = module.Types[i];
            if (i % module.TypesPerFile == 0)
            {
                _files.Add(new CodeFile(module.Namespace, type.Name));
                _lines += CodeFile.HeadLines;
            }

            CodeWriter writer = _files[^1].Add();
            TypeText.Write(writer, type);
            _sources.Add(type, new TypeSource(_files.Count - 1, writer));
            _lines += writer.Lines + 2;
        }

        foreach (ContractMember member in module.Contracts.SelectMany(contract => contract.Members))
        {
            member.Implementations.RemoveAll(method => !_sources.ContainsKey(method.Type));
        }
    }

    private void Add(CodeFile file, IReadOnlyList<ContractPlan> contracts)
    {
        foreach (ContractPlan contract in contracts)
        {
            CodeWriter writer = file.Add();
            ContractText.Write(writer, contract);
            _lines += writer.Lines + 1;
        }

        _files.Add(file);
        _lines += CodeFile.HeadLines;
    }
}
