using System.Collections.Immutable;
using System.Globalization;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>
/// Writes one program: members first that call nothing, then members that may use those before them, then the handlers. So everything ends, except
/// where a bit of the input lets it go on.
/// </summary>
internal sealed partial class ProgramWriter
{
    private const int MaxHelpers = 3;

    private readonly ulong _seed;
    private readonly List<TypePlan> _types = [];
    private readonly List<TypePlan> _helpers = [];
    private readonly List<Callable> _callables = [];
    private readonly List<(TypePlan Type, string Name, double Cost)> _properties = [];
    private readonly TypePlan _tools = new("Tools", "internal static partial class Tools") { IsStatic = true };
    private readonly TypePlan _device;
    private readonly string _prefix;
    private int _sites;
    private int _names;

    private ProgramWriter(ulong seed, bool isExact)
    {
        _seed = seed;
        IsExact = isExact;
        Dice = new Dice(seed);
        _prefix = "Device" + (Dice.Below(3) + 1).ToString(CultureInfo.InvariantCulture);
        _device = new TypePlan(_prefix, $"public partial class {_prefix}") { HasMachineFields = true, IsCreatable = true };
    }

    public Dice Dice { get; }

    public bool IsExact { get; }

    /// <summary>The program of a seed.</summary>
    public static FuzzProgram Write(ulong seed, bool isExact) => new ProgramWriter(seed, isExact).Write();

    public int NextSite() => _sites += 4;

    public string NewName(string prefix) => prefix + (++_names).ToString(CultureInfo.InvariantCulture);

    /// <summary>A use of a member that was written before; null if none fits.</summary>
    public Node? PickCallable(BodyWriter user, Flow flow)
    {
        for (int attempt = 0; attempt < 4 && _callables.Count > 0; attempt++)
        {
            Callable callable = Dice.Pick(_callables);
            if ((callable.Construct.IsExact || !IsExact) && user.TrySpend(callable.Cost) && callable.Use(user, flow) is { } use)
            {
                return new Node(use.Sort, use.Text, use.Children) { Construct = use.Construct ?? callable.Construct, Calls = [callable.Name, .. use.Calls] };
            }
        }

        return null;
    }

    /// <summary>A property of a type that can be created, for patterns and initialisers.</summary>
    public (TypePlan Type, string Name)? PickProperty(BodyWriter user)
    {
        if (_properties.Count == 0)
        {
            return null;
        }

        (TypePlan type, string name, double cost) = Dice.Pick(_properties);
        return user.TrySpend(cost) ? (type, name) : null;
    }

    private FuzzProgram Write()
    {
        WriteDeviceFields();
        int members = Dice.Chance(20) ? Dice.Between(0, 3) : Dice.Between(2, 6 + Dice.Below(16));
        for (int i = 0; i < members; i++)
        {
            MemberProduction production;
            do
            {
                production = Dice.Pick(s_members);
            }
            while (IsExact && !production.Construct.IsExact);

            production.Write(this);
        }

        ImmutableArray<Handler> handlers = WriteHandlers();
        IEnumerable<TypePlan> types = [_device, .. _helpers, _tools, .. _types];
        return new FuzzProgram(_seed, IsExact, new Node(Sort.Program, "$*", [Store(), .. types.Select(static type => type.ToNode())]), handlers);
    }

    private static Node Store() => new(
        Sort.Type,
        "internal static class Store\n{\n$*\n}\n",
        Member("internal static readonly object Gate = new();"),
        Member("internal static readonly List<Action> All = new();"),
        Member("internal static Action? Later;"),
        Member("internal static IEnumerable<int>? Sequence;"));

    private void WriteDeviceFields()
    {
        _device.Members.Add(Member("private readonly Vm _vm = Machine.Vm;"));
        _device.Members.Add(Member("private readonly Cpu _cpu = Machine.Cpu;"));
        _device.Members.Add(Member("private Action? _later;"));
        _device.Members.Add(Member("private IEnumerable<int>? _sequence;"));
        _device.Members.Add(Member("private IDisposable? _scope;"));
        _device.Members.Add(Member("private event Action? Raised;"));
        _device.Members.Add(Member($"public {_device.Name}() => O.Born(this);"));
    }

    /// <summary>A type to put a member into: the device, a helper class, or the static class.</summary>
    private TypePlan Owner(bool canBeStatic)
    {
        if (canBeStatic && Dice.Chance(30))
        {
            return _tools;
        }

        if (Dice.Chance(40))
        {
            return _device;
        }

        if (_helpers.Count < MaxHelpers && Dice.Chance(50))
        {
            string name = NewName("Helper");
            var helper = new TypePlan(name, $"internal sealed partial class {name}") { IsCreatable = true };
            _helpers.Add(helper);
        }

        return _helpers.Count > 0 ? Dice.Pick(_helpers) : _device;
    }

    private TypePlan NewType(string prefix, string header, bool isCreatable = true)
    {
        string name = NewName(prefix);
        var type = new TypePlan(name, header.Replace("$", name, StringComparison.Ordinal)) { IsCreatable = isCreatable };
        _types.Add(type);
        return type;
    }

    private void Add(string name, Construct construct, double cost, Func<BodyWriter, Flow, Node?> use) => _callables.Add(new Callable(name, construct, cost, use));

    private static Node Member(string text, params ImmutableArray<Node> children) => new(Sort.Member, text, children);

    private static Node Declaring(string name, string text, params ImmutableArray<Node> children) => new(Sort.Member, text, children) { Declares = name };

    private int Size() => Dice.Between(1, 3);

    /// <summary>The body of a member: its statements, what it returns, and what it costs.</summary>
    private (Node Block, Node Result, double Cost) Body(TypePlan owner, bool isStatic, ReturnKind returns, params ReadOnlySpan<Variable> parameters) =>
        Body(owner, isStatic, new Flow(returns), parameters);

    private (Node Block, Node Result, double Cost) Body(TypePlan owner, bool isStatic, Flow flow, params ReadOnlySpan<Variable> parameters)
    {
        var writer = new BodyWriter(this, owner, isStatic);
        foreach (Variable parameter in parameters)
        {
            writer.Declare(parameter);
        }

        Node block = writer.Block(Size(), flow);
        return (block, writer.Int(flow), writer.Cost + 1);
    }
}
