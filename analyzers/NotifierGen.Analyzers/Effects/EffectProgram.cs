using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Lowering;
using NotifierGen.Analyzers.Effects.Solving;
using NotifierGen.Generator.Declarations;

namespace NotifierGen.Analyzers.Effects;

/// <summary>
/// The code of one compilation as effects. What is lowered is kept for each file as long as the file and the declarations of all others stay as they
/// are, across compilations: the code kept holds no symbols.
/// </summary>
internal sealed class EffectProgram : IProgram
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIr> s_lowered = new();
    // A program outlives the run that asks for it first, so it must not be cancelled with that.
    private static readonly CancellationToken s_never = CancellationToken.None;
    private static readonly ConditionalWeakTable<Compilation, Lazy<EffectProgram>> s_programs = new();

    private readonly LoweringServices _services;
    private readonly ulong _fingerprint;
    private readonly TreeIr?[] _files;
    private readonly ConcurrentDictionary<int, int> _loweredMembers = new();
    private readonly ConcurrentDictionary<BodyKey, IReadOnlyList<(BodyKey, ValueExpr)>> _assignments = new();
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);

    private EffectProgram(Compilation compilation, AnalyzerOptions options, AnalysisVariant variant)
    {
        Variant = variant;
        Files = new SourceFiles(compilation, s_never);
        _files = new TreeIr?[Files.Count];
        Facts = VmFacts.Of(compilation, options, s_never);
        _fingerprint = OutlineHash.Combine(OutlineHash.Combine(DeclarationFingerprint.Of(compilation, s_never), Facts.FilesVersion), (ulong)variant);
        _services = new LoweringServices(compilation, Files, Facts, variant, s_never);
        Reach = new Reach(this);
    }

    public AnalysisVariant Variant { get; }

    public SourceFiles Files { get; }

    public VmFacts Facts { get; }

    public SummaryTable Summaries { get; } = new();

    /// <summary>What handlers have reached so far.</summary>
    public Reach Reach { get; }

    /// <summary>The files whose bodies had to be lowered for this compilation, with the number of members.</summary>
    public IReadOnlyDictionary<int, int> LoweredMembers => _loweredMembers;

    /// <summary>The program of a compilation; analyzers of one run share it.</summary>
    public static EffectProgram Of(Compilation compilation, AnalyzerOptions options, AnalysisVariant variant) =>
        variant != AnalysisVariant.None
            ? new EffectProgram(compilation, options, variant)
            : s_programs.TryGetValue(compilation, out Lazy<EffectProgram>? program)
                ? program.Value

                // The table may ask several threads at once for the value; all files are read only once.
                : s_programs.GetValue(compilation, key => new Lazy<EffectProgram>(() => new EffectProgram(key, options, variant))).Value;

    public MemberIr Member(BodyKey body)
    {
        TreeIr lowered = _files[body.Tree] ??= LoweredFile(body.Tree);
        return lowered.Members.TryGetValue(body.Member, out MemberIr? member) ? member : Lower(lowered, body);
    }

    public IReadOnlyList<(BodyKey Member, ValueExpr Value)> Assignments(BodyKey field, string name) => _assignments.GetOrAdd(field, key => FindAssignments(key, name));

    public bool IsNamed(string typeName) => _named.GetOrAdd(typeName, name =>
    {
        for (int tree = 0; tree < Files.Count; tree++)
        {
            if (NameUse.IsUsed(Files.Tree(tree), name, s_never))
            {
                return true;
            }
        }

        return false;
    });

    public bool IsDisposable(ITypeSymbol type) => _services.Types.IsDisposable(type);

    private MemberIr Lower(TreeIr file, BodyKey body)
    {
        // Handlers that are analysed side by side reach the same code. Lowering one member asks for no other, so waiting ends.
        lock (file.Gates.GetOrAdd(body.Member, static _ => new object()))
        {
            if (!file.Members.TryGetValue(body.Member, out MemberIr? member))
            {
                member = file.Members.GetOrAdd(body.Member, MemberLowering.Lower(_services, body));
                file.Gates.TryRemove(body.Member, out _);
                _loweredMembers.AddOrUpdate(body.Tree, 1, static (_, count) => count + 1);
            }

            return member;
        }
    }

    private TreeIr LoweredFile(int tree)
    {
        SyntaxTree key = Files.Tree(tree);
        if (s_lowered.TryGetValue(key, out TreeIr? lowered) && lowered.Fingerprint == _fingerprint)
        {
            return lowered;
        }

        lock (s_lowered)
        {
            if (s_lowered.TryGetValue(key, out lowered))
            {
                if (lowered.Fingerprint == _fingerprint)
                {
                    return lowered;
                }

                s_lowered.Remove(key);
            }

            lowered = new TreeIr(_fingerprint);
            s_lowered.Add(key, lowered);
            return lowered;
        }
    }

    private List<(BodyKey, ValueExpr)> FindAssignments(BodyKey field, string name)
    {
        var found = new List<(BodyKey, ValueExpr)>();
        foreach (int tree in FilesThatSee(field))
        {
            foreach (int member in NameUse.Assigning(Files.Tree(tree), Files.Outline(tree), name, s_never))
            {
                var key = new BodyKey(tree, member, 0);
                foreach ((BodyKey assigned, ValueExpr value) in Member(key).Assignments)
                {
                    if (assigned == field)
                    {
                        found.Add((key, value));
                    }
                }
            }
        }

        return found;
    }

    // What is private can be assigned only where its type is declared.
    private IEnumerable<int> FilesThatSee(BodyKey field)
    {
        if (Files.DeclaredSymbol(field.Tree, field.Member, s_never) is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type })
        {
            while (type.ContainingType is { } outer)
            {
                type = outer;
            }

            return type.DeclaringSyntaxReferences.Select(reference => Files.IndexOf(reference.SyntaxTree)).Where(static tree => tree >= 0).Distinct().OrderBy(static tree => tree);
        }

        return Enumerable.Range(0, Files.Count);
    }

    /// <summary>The lowered members of one file.</summary>
    private sealed class TreeIr(ulong fingerprint)
    {
        public ulong Fingerprint { get; } = fingerprint;

        public ConcurrentDictionary<int, MemberIr> Members { get; } = new();

        /// <summary>Held while a member is lowered.</summary>
        public ConcurrentDictionary<int, object> Gates { get; } = new();
    }
}
