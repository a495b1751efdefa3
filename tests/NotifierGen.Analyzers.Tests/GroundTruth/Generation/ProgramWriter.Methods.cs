using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Methods that are called without a choice of targets.</content>
internal sealed partial class ProgramWriter
{
    private void WriteStaticMethod()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Static");
        string parameter = NewName("x");
        (Node block, Node result, double cost) = Body(owner, true, ReturnKind.Int, new Variable(parameter, VariableKind.Int));
        owner.Members.Add(Declaring(name, $"internal static int {name}(int {parameter})\n{{\n$0\nreturn $1;\n}}", block, result));
        Add(name, Constructs.StaticCall, cost, (w, f) => BodyWriter.IntNode($"{owner.Name}.{name}($0)", w.Int(f)));
    }

    private void WriteInstanceMethod()
    {
        TypePlan owner = Owner(canBeStatic: false);
        string name = NewName("Method");
        string parameter = NewName("x");
        (Node block, Node result, double cost) = Body(owner, false, ReturnKind.Int, new Variable(parameter, VariableKind.Int));
        owner.Members.Add(Declaring(name, $"internal int {name}(int {parameter})\n{{\n$0\nreturn $1;\n}}", block, result));
        Add(name, Constructs.InstanceCall, cost, (w, f) => w.Receiver(owner) is not { } receiver
            ? null
            : receiver != "this" && Dice.Chance(20)
            ? Tagged(BodyWriter.IntNode($"(O.Pick<{owner.Name}>({w.Site()}, {receiver}, null)?.{name}($0) ?? $1)", w.Int(f), w.Int(f)), Constructs.NullConditional)
            : BodyWriter.IntNode($"{receiver}.{name}($0)", w.Int(f)));
    }

    private void WriteExtension()
    {
        TypePlan extended = Owner(canBeStatic: false);
        string name = NewName("Extension");
        string parameter = NewName("x");
        (Node block, Node result, double cost) = Body(_tools, true, ReturnKind.Int, new Variable(parameter, VariableKind.Int));
        _tools.Members.Add(Declaring(name, $"internal static int {name}(this {extended.Name} self, int {parameter})\n{{\n$0\nreturn $1;\n}}", block, result));
        Add(name, Constructs.ExtensionCall, cost, (w, f) => w.Receiver(extended) is { } receiver ? BodyWriter.IntNode($"{receiver}.{name}($0)", w.Int(f)) : null);
    }

    private void WriteGeneric()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Generic");
        (Node block, Node result, double cost) = Body(owner, true, ReturnKind.Int);
        owner.Members.Add(Declaring(name, $"internal static int {name}<T>(T value)\n{{\n$0\nreturn $1;\n}}", block, result));
        Add(name, Constructs.GenericCall, cost, (w, f) => BodyWriter.IntNode($"{owner.Name}.{name}{(Dice.Chance(50) ? "<object>" : "")}($0)", w.Int(f)));
    }

    private void WritePartialMethod()
    {
        string name = NewName("Partial");
        (Node block, _, double cost) = Body(_device, false, ReturnKind.Void);
        _device.Members.Add(Declaring(name, $"private partial void {name}();"));
        _device.Members.Add(Declaring(name, $"private partial void {name}()\n{{\n$0\n}}", block));
        Add(name, Constructs.PartialMethod, cost, (w, _) => !w.IsStatic && w.Owner == _device ? BodyWriter.Statement($"{name}();") : null);
    }

    /// <summary>Calls itself as long as there is fuel, in the middle or at the end.</summary>
    private void WriteRecursion()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Recursive");
        (Node before, Node condition, double cost) = Body(owner, true, ReturnKind.Int);
        (Node after, Node result, double more) = Body(owner, true, ReturnKind.Int);
        owner.Members.Add(Declaring(
            name, $"internal static int {name}(int x)\n{{\n$0\nif (O.Fuel({NextSite()}))\n{{\nO.Use({owner.Name}.{name}($1));\n}}\n$2\nreturn $3;\n}}", before, condition, after, result));
        Add(name, Constructs.Recursion, (cost + more) * 2, (w, f) => BodyWriter.IntNode($"{owner.Name}.{name}($0)", w.Int(f)));
    }

    private void WriteMutualRecursion()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string first = NewName("Ping");
        string second = NewName("Pong");
        (Node firstBefore, _, double firstCost) = Body(owner, true, ReturnKind.Void);
        (Node firstAfter, _, double firstMore) = Body(owner, true, ReturnKind.Void);
        (Node secondBefore, _, double secondCost) = Body(owner, true, ReturnKind.Void);
        owner.Members.Add(Method(first, second, firstBefore, firstAfter));
        owner.Members.Add(Method(second, first, secondBefore, new Node(Sort.Block, "$*")));
        Add(first, Constructs.Recursion, (firstCost + firstMore + secondCost) * 3, (_, _) => BodyWriter.Statement($"{owner.Name}.{first}();"));

        Node Method(string name, string other, Node before, Node after)
        {
            var call = new Node(Sort.Statement, $"if (O.Fuel({NextSite()}))\n{{\n{owner.Name}.{other}();\n}}") { Calls = [other] };
            return Declaring(name, $"internal static void {name}()\n{{\n$0\n$1\n$2\n}}", before, call, after);
        }
    }

    /// <summary>Hands out a reference to vCPU state: using it is the touch.</summary>
    private void WriteRefReturn()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Ref");
        (Node block, _, double cost) = Body(owner, true, ReturnKind.None);
        owner.Members.Add(Declaring(name, $"internal static ref int {name}()\n{{\n$0\nreturn ref Machine.Cpu.Cell;\n}}", block));
        Add(name, Constructs.RefReturn, cost, (w, f) => Dice.Chance(50)
            ? BodyWriter.Statement($"{owner.Name}.{name}() = $0;", w.Int(f))
            : BodyWriter.Statement($"{owner.Name}.{name}()++;"));
    }

    private static Node Tagged(Node node, Construct construct) => new(node.Sort, node.Text, node.Children) { Construct = construct, Calls = node.Calls };
}
