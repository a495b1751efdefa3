using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Virtual and interface members.</content>
internal sealed partial class ProgramWriter
{
    private (TypePlan Base, TypePlan Derived)? _hierarchy;
    private (TypePlan Interface, TypePlan One, TypePlan Other)? _family;

    private void WriteVirtual()
    {
        (TypePlan parent, TypePlan child) = _hierarchy is { } known && Dice.Chance(70) ? known : NewHierarchy();
        string name = NewName("Virtual");
        string parameter = NewName("x");
        var variable = new Variable(parameter, VariableKind.Int);
        (Node block, Node result, double cost) = Body(parent, false, ReturnKind.Int, variable);
        parent.Members.Add(Declaring(name, $"internal virtual int {name}(int {parameter})\n{{\n$0\nreturn $1;\n}}", block, result));
        (Node overriding, Node overridden, double more) = Body(child, false, ReturnKind.Int, variable);
        Node called = Dice.Chance(50)
            ? Tagged(BodyWriter.Statement($"O.Use(base.{name}($0));", BodyWriter.IntNode(parameter)), Constructs.BaseCall)
            : BodyWriter.Statement("");
        child.Members.Add(Declaring(name, $"internal override int {name}(int {parameter})\n{{\n$0\n$1\nreturn $2;\n}}", overriding, called, overridden));
        Add(name, Constructs.ExactVirtualCall, cost + more, (w, f) => IsExact || Dice.Chance(60)
            ? BodyWriter.IntNode($"new {(Dice.Chance(50) ? parent : child).Name}().{name}($0)", w.Int(f))
            : Tagged(BodyWriter.IntNode($"{AnyOf(parent, child, w)}.{name}($0)", w.Int(f)), Constructs.VirtualCall));
    }

    private string AnyOf(TypePlan parent, TypePlan child, BodyWriter writer) => !writer.IsStatic && writer.Owner == parent
        ? "this"
        : Dice.Below(3) switch
        {
            0 => $"((new {child.Name}()) as {parent.Name})",
            _ => $"O.Pick<{parent.Name}>({writer.Site()}, new {parent.Name}(), new {child.Name}())",
        };

    private (TypePlan Base, TypePlan Derived) NewHierarchy()
    {
        TypePlan parent = NewType("Base", "internal partial class $");
        TypePlan child = NewType("Derived", $"internal partial class $ : {parent.Name}");
        _hierarchy = (parent, child);
        return (parent, child);
    }

    private (TypePlan Interface, TypePlan One, TypePlan Other) NewFamily()
    {
        TypePlan contract = NewType("IPort", "internal partial interface $", isCreatable: false);
        TypePlan one = NewType("Port", $"internal sealed partial class $ : {contract.Name}");
        TypePlan other = NewType("Port", $"internal partial class $ : {contract.Name}");
        _family = (contract, one, other);
        return (contract, one, other);
    }

    private void WriteInterface()
    {
        (TypePlan contract, TypePlan one, TypePlan other) = _family is { } known && Dice.Chance(70) ? known : NewFamily();
        string name = NewName("Send");
        string parameter = NewName("x");
        var variable = new Variable(parameter, VariableKind.Int);
        contract.Members.Add(Declaring(name, $"int {name}(int {parameter});"));
        double cost = 0;
        foreach (TypePlan type in (TypePlan[])[one, other])
        {
            bool isExplicit = Dice.Chance(30);
            (Node block, Node result, double own) = Body(type, false, ReturnKind.Int, variable);
            type.Members.Add(Declaring(
                name, $"{(isExplicit ? $"int {contract.Name}." : "public int ")}{name}(int {parameter})\n{{\n$0\nreturn $1;\n}}", block, result));
            cost = Math.Max(cost, own);
        }

        Add(name, Constructs.InterfaceCall, cost, (w, f) => IsExact || Dice.Chance(60)
            ? BodyWriter.IntNode($"(({contract.Name})new {(Dice.Chance(50) ? one : other).Name}()).{name}($0)", w.Int(f))
            : Tagged(BodyWriter.IntNode($"O.Pick<{contract.Name}>({w.Site()}, new {one.Name}(), new {other.Name}()).{name}($0)", w.Int(f)), Constructs.AmbiguousInterfaceCall));
    }

    private void WriteDefaultInterface()
    {
        TypePlan contract = NewType("IDefault", "internal partial interface $", isCreatable: false);
        TypePlan type = NewType("Impl", $"internal sealed partial class $ : {contract.Name}");
        string name = NewName("Default");
        (Node block, Node result, double cost) = Body(contract, true, ReturnKind.Int);
        contract.Members.Add(Declaring(name, $"int {name}()\n{{\n$0\nreturn $1;\n}}", block, result));
        Add(name, Constructs.DefaultInterfaceCall, cost, (_, _) => BodyWriter.IntNode($"(({contract.Name})new {type.Name}()).{name}()"));
    }

    /// <summary>A call on a type parameter, whose constraint has one implementation.</summary>
    private void WriteConstrained()
    {
        TypePlan contract = NewType("IOnly", "internal partial interface $", isCreatable: false);
        TypePlan type = NewType("Only", $"internal sealed partial class $ : {contract.Name}");
        string name = NewName("Send");
        (Node block, Node result, double cost) = Body(type, false, ReturnKind.Int);
        contract.Members.Add(Declaring(name, $"int {name}();"));
        type.Members.Add(Declaring(name, $"public int {name}()\n{{\n$0\nreturn $1;\n}}", block, result));
        string generic = NewName("Through");
        (Node before, _, double more) = Body(_tools, true, ReturnKind.Void);
        var call = new Node(Sort.Statement, $"O.Use(port.{name}());") { Calls = [name] };
        _tools.Members.Add(Declaring(generic, $"internal static void {generic}<T>(T port)\nwhere T : {contract.Name}\n{{\n$0\n$1\n}}", before, call));
        Add(generic, Constructs.ConstrainedCall, cost + more, (_, _) => BodyWriter.Statement($"Tools.{generic}(new {type.Name}());"));
    }
}
