using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What the bodies of one member share: its lambdas and local functions by number, and what is assigned to its variables.</summary>
internal sealed class MemberScope
{
    private readonly Dictionary<IMethodSymbol, int> _parts = new(SymbolEqualityComparer.Default);
    private readonly List<int> _parents = [-1];
    private readonly Dictionary<ISymbol, int> _locals = new(SymbolEqualityComparer.Default);
    private readonly List<List<ValueExpr>> _values = [];
    private readonly HashSet<(int Part, int Ordinal)> _parameters = [];
    private readonly Dictionary<ILocalSymbol, Effect> _tests = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, INamedTypeSymbol> _created = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILocalSymbol> _states = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ILocalSymbol, StateView> _views = new(SymbolEqualityComparer.Default);

    public MemberScope(LoweringServices services, SemanticModel model, BodyKey key, ISymbol? symbol)
    {
        Services = services;
        Model = model;
        Key = key;
        Symbol = symbol;
        if (symbol is IMethodSymbol method)
        {
            _parts[method.OriginalDefinition] = 0;
            if (method.PartialDefinitionPart is { } definition)
            {
                _parts[definition] = 0;
            }
        }
    }

    public LoweringServices Services { get; }

    public SemanticModel Model { get; }

    public BodyKey Key { get; }

    public ISymbol? Symbol { get; }

    /// <summary>The locals and parameters that are assigned after their declaration, or whose address is taken.</summary>
    public HashSet<ISymbol> Reassigned { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The locals that delegates are added to: all that they hold may run.</summary>
    public HashSet<ISymbol> Multicast { get; } = new(SymbolEqualityComparer.Default);

    public List<(BodyKey, ValueExpr)> Assignments { get; } = [];

    /// <summary>What each call and method group may run.</summary>
    public List<CallTarget[]> Callees { get; } = [];

    public int AddPart(IMethodSymbol function, int parent)
    {
        if (!_parts.TryGetValue(function.OriginalDefinition, out int part))
        {
            part = _parents.Count;
            _parts.Add(function.OriginalDefinition, part);
            _parents.Add(parent);
        }

        return part;
    }

    public int PartOf(ISymbol? function) => function is IMethodSymbol method && _parts.TryGetValue(method.OriginalDefinition, out int part) ? part : -1;

    /// <summary>The number of a local, or of a parameter that is assigned to.</summary>
    public int LocalOf(ISymbol variable)
    {
        if (!_locals.TryGetValue(variable, out int index))
        {
            index = _values.Count;
            _locals.Add(variable, index);
            _values.Add([]);
        }

        return index;
    }

    public void Assign(ISymbol variable, ValueExpr value) => _values[LocalOf(variable)].Add(value);

    /// <summary>Whether a pausing scope was assigned to a local so far.</summary>
    public bool HasScope(ILocalSymbol local) => _values[LocalOf(local)].Exists(static value => value is ValueExpr.Scope);

    /// <summary>Whether a local holds a certain delegate from its declaration on.</summary>
    public bool IsFunction(ILocalSymbol local) => !Reassigned.Contains(local) && _values[LocalOf(local)] is [ValueExpr.Function];

    /// <summary>A local that is assigned once holds a test that stays true however old it is.</summary>
    public void SetTest(ILocalSymbol local, Effect test) => _tests[local] = test;

    public Effect? TestOf(ILocalSymbol local) => !Reassigned.Contains(local) && _tests.TryGetValue(local, out Effect? test) ? test : null;

    /// <summary>A local is assigned an object that was just created, of exactly this type.</summary>
    public void SetCreated(ILocalSymbol local, INamedTypeSymbol type) => _created[local] = type;

    public INamedTypeSymbol? CreatedIn(ILocalSymbol local) => !Reassigned.Contains(local) && _created.TryGetValue(local, out INamedTypeSymbol? type) ? type : null;

    /// <summary>A local is vCPU state itself: a reference, a pointer, a span or an array of it.</summary>
    public void SetView(ILocalSymbol local, StateView view) => _views[local] = view.Or(ViewOf(local));

    /// <summary>A local of a type that does not tell holds an object with vCPU state.</summary>
    public void SetHoldsState(ILocalSymbol local) => _states.Add(local);

    public bool HoldsState(ILocalSymbol local) => _states.Contains(local);

    /// <summary>Null if a local is no vCPU state.</summary>
    public StateView? ViewOf(ILocalSymbol local) => _views.TryGetValue(local, out StateView? view) ? view : null;

    public ValueExpr Use(int part, int ordinal)
    {
        _parameters.Add((part, ordinal));
        return new ValueExpr.Parameter(part, ordinal);
    }

    /// <summary>The parameters in use that a part sees: its own and those around it.</summary>
    public (int, int)[] ParametersSeenBy(int part)
    {
        var seen = new HashSet<int>();
        for (int current = part; current >= 0; current = _parents[current])
        {
            seen.Add(current);
        }

        return [.. _parameters.Where(parameter => seen.Contains(parameter.Part)).OrderBy(parameter => parameter.Part).ThenBy(parameter => parameter.Ordinal)];
    }

    public ValueExpr?[] Locals() => [.. _values.Select(static values => values.Count switch
    {
        0 => null,
        1 => values[0],
        _ => new ValueExpr.Union([.. values]),
    })];
}
