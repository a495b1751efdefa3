using System.Collections.Immutable;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>Writes the statements and expressions of one member.</summary>
internal sealed partial class BodyWriter(ProgramWriter program, TypePlan owner, bool isStatic)
{
    // A body that costs more, or nests deeper, makes executions long and tells nothing new.
    private const double MaxCost = 250;
    private const int MaxDepth = 3;

    private readonly Dice _dice = program.Dice;
    private readonly List<Variable> _variables = [];
    private double _multiplier = 1;

    /// <summary>About how many shim calls one execution makes.</summary>
    public double Cost { get; private set; }

    public TypePlan Owner => owner;

    public bool IsStatic => isStatic;

    private string Vm => owner.HasMachineFields && !isStatic && _dice.Chance(50) ? "_vm" : "Machine.Vm";

    private string Cpu
    {
        get
        {
            if (_dice.Chance(50) && PickVariable(VariableKind.Cpu) is { } cached)
            {
                return cached.Name;
            }

            return owner.HasMachineFields && !isStatic && _dice.Chance(50) ? "_cpu" : "Machine.Cpu";
        }
    }

    public void Declare(Variable variable) => _variables.Add(variable);

    /// <summary>The statements of a block, with a scope of their own.</summary>
    public Node Block(int size, Flow flow)
    {
        int outer = _variables.Count;
        ImmutableArray<Node>.Builder statements = ImmutableArray.CreateBuilder<Node>();
        for (int i = 0; i < size; i++)
        {
            statements.Add(Statement(flow));
        }

        _variables.RemoveRange(outer, _variables.Count - outer);
        return new Node(Sort.Block, "$*", statements.ToImmutable());
    }

    public Node SmallBlock(Flow flow) => Block(_dice.Between(1, 2), flow.Deeper);

    /// <summary>A block whose code runs about so many times.</summary>
    public Node Repeated(double times, Flow flow)
    {
        double outer = _multiplier;
        _multiplier *= times;
        Node block = SmallBlock(flow);
        _multiplier = outer;
        return block;
    }

    public Node Statement(Flow flow) => Choose(Productions.Statements, flow) ?? Leaf(flow);

    public Node Int(Flow flow) => flow.Depth < MaxDepth && _dice.Chance(60) ? Choose(Productions.Ints, flow.Deeper) ?? Number() : Number();

    public Node Bool(Flow flow) => flow.Depth < MaxDepth && _dice.Chance(40) ? Choose(Productions.Bools, flow.Deeper) ?? Bit() : Bit();

    public Node Bit() => new(Sort.Bool, $"O.Bit({Site()})");

    public Node Fuel() => new(Sort.Bool, $"O.Fuel({Site()})");

    public int Site() => program.NextSite();

    public string NewName(string prefix) => program.NewName(prefix);

    /// <summary>Counts a use of something; false if it would be too much.</summary>
    public bool TrySpend(double cost)
    {
        double spent = Cost + (cost * _multiplier);
        if (spent > MaxCost)
        {
            return false;
        }

        Cost = spent;
        return true;
    }

    /// <summary>An instance of a type: this, or a new one.</summary>
    public string? Receiver(TypePlan type) =>
        !isStatic && owner == type ? "this" : type.IsCreatable ? $"new {type.Name}()" : null;

    public static Node Statement(string text, params ImmutableArray<Node> children) => new(Sort.Statement, text, children);

    public static Node IntNode(string text, params ImmutableArray<Node> children) => new(Sort.Int, text, children);

    private Node Leaf(Flow flow) => Choose(Productions.Leaves, flow) ?? Statement("Machine.Cpu.Touch($0);", Number());

    private Node Number() => PickVariable(VariableKind.Int) is { } variable && _dice.Chance(50)
        ? IntNode(variable.Name)
        : IntNode(_dice.Below(10).ToString(System.Globalization.CultureInfo.InvariantCulture));

    private Node? Choose(ProductionTable table, Flow flow)
    {
        ProductionTable choice = flow.Depth >= MaxDepth ? table.Leaves : table;
        for (int attempt = 0; attempt < 8; attempt++)
        {
            Production production = choice.Pick(_dice, program.IsExact);
            int variables = _variables.Count;
            if (production.Make(this, flow) is { } made)
            {
                Cost += _multiplier;
                return made.Construct is null ? Tagged(made, production.Construct) : made;
            }

            // What was written and does not fit here may have declared some.
            _variables.RemoveRange(variables, _variables.Count - variables);
        }

        return null;
    }

    private static Node Tagged(Node node, Construct construct) =>
        new(node.Sort, node.Text, node.Children) { Construct = construct, Calls = node.Calls, Declares = node.Declares };

    private Variable? PickVariable(VariableKind kind)
    {
        int count = _variables.Count(variable => variable.Kind == kind);
        return count == 0 ? null : _variables.Where(variable => variable.Kind == kind).ElementAt(_dice.Below(count));
    }

    private string Declare(string prefix, VariableKind kind, double cost = 0)
    {
        string name = NewName(prefix);
        Declare(new Variable(name, kind, cost));
        return name;
    }

    /// <summary>Writes something that cannot see the variables that closures cannot capture.</summary>
    private Node Closure(Func<Node> write)
    {
        Variable[] outer = [.. _variables];
        _variables.RemoveAll(static variable => variable.Kind == VariableKind.RefInt);
        Node node = write();
        _variables.Clear();
        _variables.AddRange(outer);
        return node;
    }
}
