using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Members that are called without looking like a call.</content>
internal sealed partial class ProgramWriter
{
    private void WriteProperty()
    {
        TypePlan owner = Owner(canBeStatic: false);
        string name = NewName("Property");
        (Node get, Node value, double getCost) = Body(owner, false, ReturnKind.None);
        (Node set, _, double setCost) = Body(owner, false, ReturnKind.Void, new Variable("value", VariableKind.Int));

        // Patterns ask for the value: it must be able to be anything.
        owner.Members.Add(Declaring(
            name, $"internal int {name}\n{{\nget\n{{\n$0\nreturn ($1 & 0) + O.Choice({NextSite()});\n}}\nset\n{{\n$2\n}}\n}}", get, value, set));
        if (owner != _device)
        {
            _properties.Add((owner, name, getCost));
        }

        Add(name, Constructs.PropertyGet, getCost, (w, _) => w.Receiver(owner) is { } receiver ? BodyWriter.IntNode($"{receiver}.{name}") : null);
        Add(name, Constructs.PropertySet, setCost, (w, f) => w.Receiver(owner) is not { } receiver ? null : Dice.Below(4) switch
        {
            0 when receiver != "this" => Tagged(BodyWriter.Statement($"_ = new {owner.Name} {{ {name} = $0 }};", w.Int(f)), Constructs.ObjectInitialiser),
            1 => Tagged(BodyWriter.Statement($"({receiver}.{name}, int {w.NewName("local")}) = ($0, $1);", w.Int(f), w.Int(f)), Constructs.SetterDeconstruction),
            _ => BodyWriter.Statement($"{receiver}.{name} = $0;", w.Int(f)),
        });
        Add(name, Constructs.PropertyCompound, getCost + setCost, (w, f) => w.Receiver(owner) is not { } receiver ? null
            : Dice.Chance(50) ? BodyWriter.Statement($"{receiver}.{name} += $0;", w.Int(f)) : BodyWriter.Statement($"{receiver}.{name}++;"));
    }

    private void WriteIndexer()
    {
        TypePlan owner = NewType("Table", "internal sealed partial class $");
        string name = owner.Name;
        (Node get, Node value, double getCost) = Body(owner, false, ReturnKind.Int, new Variable("index", VariableKind.Int));
        (Node set, _, double setCost) = Body(owner, false, ReturnKind.Void, new Variable("value", VariableKind.Int));
        owner.Members.Add(Declaring(name, "internal int this[int index]\n{\nget\n{\n$0\nreturn $1;\n}\nset\n{\n$2\n}\n}", get, value, set));
        Add(name, Constructs.IndexerUse, getCost, (w, f) => BodyWriter.IntNode($"new {name}()[$0]", w.Int(f)));
        Add(name, Constructs.IndexerUse, getCost + setCost, (w, f) => Dice.Chance(50)
            ? BodyWriter.Statement($"new {name}()[$0] = $1;", w.Int(f), w.Int(f))
            : BodyWriter.Statement($"new {name}()[$0] += $1;", w.Int(f), w.Int(f)));
    }

    private void WriteOperators()
    {
        TypePlan type = NewType("Value", "internal sealed partial class $");
        (Node plus, _, double plusCost) = Body(type, true, ReturnKind.None);
        (Node minus, _, double minusCost) = Body(type, true, ReturnKind.None);
        (Node increment, _, double incrementCost) = Body(type, true, ReturnKind.None);
        string name = type.Name;
        type.Members.Add(Declaring(name + "+", $"public static {name} operator +({name} left, {name} right)\n{{\n$0\nreturn left;\n}}", plus));
        type.Members.Add(Declaring(name + "-", $"public static {name} operator -({name} operand)\n{{\n$0\nreturn operand;\n}}", minus));
        type.Members.Add(Declaring(name + "++", $"public static {name} operator ++({name} operand)\n{{\n$0\nreturn operand;\n}}", increment));
        Add(name + "+", Constructs.Operator, plusCost, (w, _) => Dice.Chance(50)
            ? BodyWriter.Statement($"_ = new {name}() + new {name}();")
            : Local(w, "total", local => $"{name} {local} = new();\n{local} += new {name}();"));
        Add(name + "-", Constructs.Operator, minusCost, (_, _) => BodyWriter.Statement($"_ = -new {name}();"));
        Add(name + "++", Constructs.Operator, incrementCost, (w, _) => Local(w, "counter", local => $"{name} {local} = new();\n{local}++;"));
    }

    private static Node Local(BodyWriter writer, string prefix, Func<string, string> text) => BodyWriter.Statement(text(writer.NewName(prefix)));

    private void WriteConversions()
    {
        TypePlan type = NewType("Number", "internal sealed partial class $");
        string name = type.Name;
        (Node toInt, Node value, double toCost) = Body(type, true, ReturnKind.Int);
        (Node fromInt, _, double fromCost) = Body(type, true, ReturnKind.None);
        type.Members.Add(Declaring(name + "to", $"public static implicit operator int({name} operand)\n{{\n$0\nreturn $1;\n}}", toInt, value));
        type.Members.Add(Declaring(name + "from", $"public static explicit operator {name}(int operand)\n{{\n$0\nreturn new {name}();\n}}", fromInt));
        Add(name + "to", Constructs.Conversion, toCost, (_, _) => Dice.Chance(50) ? BodyWriter.IntNode($"(int)new {name}()") : BodyWriter.Statement($"O.Use(new {name}());"));
        Add(name + "from", Constructs.Conversion, fromCost, (w, f) => BodyWriter.Statement($"_ = ({name})($0);", w.Int(f)));
    }

    private void WriteConstructor()
    {
        TypePlan type = NewType("Part", "internal sealed partial class $");
        string name = type.Name;
        (Node block, Node field, double cost) = Body(type, true, ReturnKind.Void, new Variable("x", VariableKind.Int));
        (_, Node property, double more) = Body(type, true, ReturnKind.None);
        type.Members.Add(Declaring(name, "private readonly int _field = $0;", WithoutLocals(field)));
        type.Members.Add(Declaring(name, "internal int Auto { get; set; } = $0;", WithoutLocals(property)));
        type.Members.Add(Declaring(name, $"internal {name}(int x)\n{{\n$0\n}}", block));
        Add(name, Constructs.Constructor, cost + more + 10, (w, f) => BodyWriter.Statement($"_ = new {name}($0);", w.Int(f)));
    }

    // An initialiser sees no parameter: the expression is written anew if it names one.
    private Node WithoutLocals(Node expression) =>
        expression.DescendantsAndSelf().Any(static node => System.Text.RegularExpressions.Regex.IsMatch(node.Text, @"\bx\b")) ? BodyWriter.IntNode("Machine.Vm.Halt(1)") : expression;

    private void WriteConstructorChain()
    {
        TypePlan parent = NewType("Parent", "internal partial class $");
        TypePlan child = NewType("Child", $"internal sealed partial class $ : {parent.Name}");
        (Node block, _, double cost) = Body(parent, true, ReturnKind.Void);
        (Node own, Node argument, double more) = Body(child, true, ReturnKind.Void);
        bool isExplicit = Dice.Chance(50);
        parent.Members.Add(Declaring(parent.Name, $"internal {parent.Name}({(isExplicit ? "int x" : "")})\n{{\n$0\n}}", block));
        child.Members.Add(new Node(Sort.Member, $"internal {child.Name}(){(isExplicit ? "\n: base($1)" : "")}\n{{\n$0\n}}", own, WithoutLocals(argument))
        {
            Declares = child.Name,
            Calls = [parent.Name],
        });
        Add(child.Name, Constructs.Constructor, cost + more, (_, _) => BodyWriter.Statement($"_ = new {child.Name}();"));
    }

    private void WriteEvent()
    {
        TypePlan owner = Owner(canBeStatic: false);
        string name = NewName("Event");
        (Node add, _, double addCost) = Body(owner, false, ReturnKind.Void);
        (Node remove, _, double removeCost) = Body(owner, false, ReturnKind.Void);
        owner.Members.Add(Declaring(name, $"internal event Action {name}\n{{\nadd\n{{\n$0\n}}\nremove\n{{\n$1\n}}\n}}", add, remove));
        Add(name, Constructs.EventAccessor, addCost + removeCost, (w, _) =>
            w.Receiver(owner) is { } receiver ? BodyWriter.Statement($"{receiver}.{name} {(Dice.Chance(50) ? "+=" : "-=")} null;") : null);
    }

    private void WriteDeconstruct()
    {
        TypePlan type = NewType("Pair", "internal sealed partial class $");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, ReturnKind.None);
        type.Members.Add(Declaring(name, "internal void Deconstruct(out int first, out int second)\n{\n$0\nfirst = 1;\nsecond = 2;\n}", block));
        Add(name, Constructs.Deconstruct, cost, (w, _) => Dice.Chance(50)
            ? Local(w, "part", local => $"var ({local}, _) = new {name}();")
            : Local(w, "part", local => $"foreach (var ({local}, _) in O.Many({w.Site()}, new {name}()))\n{{\nO.Use({local});\n}}"));
    }

    private void WriteCollection()
    {
        TypePlan type = NewType("Bag", "internal sealed partial class $ : System.Collections.IEnumerable");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, ReturnKind.Void, new Variable("x", VariableKind.Int));
        type.Members.Add(Declaring(name, "internal void Add(int x)\n{\n$0\n}", block));
        type.Members.Add(Member("System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => Array.Empty<int>().GetEnumerator();"));
        Add(name, Constructs.CollectionInitialiser, cost * 2, (w, f) => BodyWriter.Statement($"_ = new {name} {{ $0, $1 }};", w.Int(f), w.Int(f)));
    }

    private void WriteRecord()
    {
        TypePlan type = NewType("Setting", "internal sealed partial record $");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, ReturnKind.Void, new Variable("value", VariableKind.Int));
        type.Members.Add(Declaring(name, "internal int Level\n{\nget => 0;\ninit\n{\n$0\n}\n}", block));
        Add(name, Constructs.With, cost, (w, f) => BodyWriter.Statement($"_ = new {name}() with {{ Level = $0 }};", w.Int(f)));
    }

    private void WriteToString()
    {
        TypePlan type = NewType("Text", "internal sealed partial class $");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, ReturnKind.None);
        type.Members.Add(Declaring(name, "public override string ToString()\n{\n$0\nreturn \"\";\n}", block));
        Add(name, Constructs.Interpolation, cost, (_, _) => Dice.Below(3) switch
        {
            0 => BodyWriter.Statement($"_ = $\"text {{new {name}()}}\";"),
            1 => BodyWriter.Statement($"_ = \"text \" + new {name}();"),
            _ => BodyWriter.Statement($"_ = new {name}().ToString();"),
        });
    }
}
