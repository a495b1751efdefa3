using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>What foreach runs.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>A type that is enumerated by its shape: every part of it is code.</summary>
    private void WriteEnumerable()
    {
        TypePlan type = NewType("Range", "internal sealed partial class $");
        TypePlan enumerator = NewType("Walker", Dice.Chance(50) ? "internal sealed partial class $ : IDisposable" : "internal ref partial struct $");
        (Node get, _, double getCost) = Body(type, false, ReturnKind.None);
        (Node move, _, double moveCost) = Body(enumerator, false, ReturnKind.None);
        (Node current, Node value, double currentCost) = Body(enumerator, false, ReturnKind.Int);
        (Node dispose, _, double disposeCost) = Body(enumerator, false, ReturnKind.Void);
        string name = type.Name;
        type.Members.Add(Declaring(name, $"public {enumerator.Name} GetEnumerator()\n{{\n$0\nreturn new {enumerator.Name}();\n}}", get));
        enumerator.Members.Add(Declaring(name, $"public bool MoveNext()\n{{\n$0\nreturn O.Fuel({NextSite()});\n}}", move));
        enumerator.Members.Add(Declaring(name, "public int Current\n{\nget\n{\n$0\nreturn $1;\n}\n}", current, value));
        enumerator.Members.Add(Declaring(name, "public void Dispose()\n{\n$0\n}", dispose));
        Add(name, Constructs.SourceEnumerator, getCost + ((moveCost + currentCost) * 2) + disposeCost, (w, f) =>
            BodyWriter.Statement($"foreach (int {w.NewName("item")} in new {name}())\n{{\n$0\n}}", w.Repeated(2, f.Loop with { CanYield = false, CanAwait = false, IsResumable = true })));
    }

    private void WriteIterator()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Iterate");
        (Node first, Node one, double cost) = Body(owner, true, new Flow(ReturnKind.YieldBreak) { IsResumable = true, CanYield = true });
        (Node second, Node two, double more) = Body(owner, true, new Flow(ReturnKind.YieldBreak) { IsResumable = true, CanYield = true });
        (Node last, _, double rest) = Body(owner, true, new Flow(ReturnKind.YieldBreak) { IsResumable = true, CanYield = true });
        string shape = Dice.Below(4) switch
        {
            0 => "$0\nyield return $1;\n$2\nyield return $3;\n$4",
            1 => "$0\ntry\n{\nyield return $1;\n$2\n}\nfinally\n{\n$4\n}",
            2 => $"$0\nwhile (O.Fuel({NextSite()}))\n{{\n$2\nyield return $1;\n}}\n$4",
            _ => "using (Machine.Vm.PauseScope())\n{\n$0\nyield return $1;\n$2\n}\n$4",
        };
        if (shape.Contains("finally", StringComparison.Ordinal))
        {
            (last, _, rest) = Body(owner, true, new Flow(ReturnKind.None) { IsResumable = true });
        }

        owner.Members.Add(Declaring(name, $"internal static IEnumerable<int> {name}()\n{{\n{shape}\n}}", first, one, second, two, last));
        Add(name, Constructs.IteratorForEach, cost + (more * 2) + rest, (w, f) => UseIterator($"{owner.Name}.{name}()", w, f));
    }

    private Node UseIterator(string call, BodyWriter writer, Flow flow)
    {
        string item = writer.NewName("item");
        string local = writer.NewName("items");
        int choice = Dice.Below(IsExact ? 8 : 12);
        return choice switch
        {
            4 when !IsExact => Tagged(BodyWriter.Statement($"O.Use({call}.Count());"), Constructs.IteratorTerminal),
            < 5 => BodyWriter.Statement($"foreach (int {item} in {call})\n{{\n$0\n}}", writer.Repeated(2, flow.Loop)),
            5 => Tagged(BodyWriter.Statement($"_ = {call};"), Constructs.IteratorDropped),
            6 => Tagged(BodyWriter.Statement($"foreach (int {item} in {call}.Where((Func<int, bool>)({item}x => O.Bit({writer.Site()}))))\n{{\n$0\n}}", writer.Repeated(2, flow.Loop)), Constructs.IteratorForEach),
            7 => Tagged(
                BodyWriter.Statement($"IEnumerable<int> {local} = {call};\n{{\n$1\n}}\nforeach (int {item} in {local})\n{{\n$0\n}}", writer.Repeated(2, flow.Loop), writer.SmallBlock(flow)),
                Constructs.IteratorLocal),
            8 => Tagged(BodyWriter.Statement($"O.Use({call}.FirstOrDefault());"), Constructs.IteratorTerminal),
            9 => Tagged(BodyWriter.Statement($"Store.Sequence = {call};"), Constructs.IteratorStored),
            10 => Tagged(BodyWriter.Statement($"Store.Sequence = {call};\n{{\n$0\n}}\nO.Use(Store.Sequence.Count());", writer.SmallBlock(flow)), Constructs.IteratorStored),
            _ => Tagged(BodyWriter.Statement($"O.Use({call}.Any() ? 1 : 0);"), Constructs.IteratorTerminal),
        };
    }
}
