using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Branches, loops and jumps.</content>
internal sealed partial class BodyWriter
{
    public Node If(Flow flow) => _dice.Chance(50)
        ? Statement("if ($0)\n{\n$1\n}", Bool(flow), SmallBlock(flow))
        : Statement("if ($0)\n{\n$1\n}\nelse\n{\n$2\n}", Bool(flow), SmallBlock(flow), SmallBlock(flow));

    /// <summary>Asks the handler's context, which tells what was so at its entry.</summary>
    public Node? IfSnapshot(Flow flow) => SnapshotGuard(flow) is { } guard ? Statement("if ($0)\n{\n$1\n}", guard, SmallBlock(flow)) : null;

    public Node While(Flow flow) => Statement("while ($0)\n{\n$1\n}", LoopCondition(flow), Repeated(2, flow.Loop));

    public Node Do(Flow flow) => Statement("do\n{\n$0\n}\nwhile ($1);", Repeated(2, flow.Loop), LoopCondition(flow));

    public Node For(Flow flow)
    {
        string name = NewName("i");
        Node start = Int(flow);
        Node condition = LoopCondition(flow);
        Node body = Repeated(2, flow.Loop);
        return Statement($"for (int {name} = $0; $1; {name} += $2)\n{{\n$3\n}}", start, condition, Int(flow), body);
    }

    public Node ForEach(Flow flow)
    {
        string name = NewName("item");
        return Statement($"foreach (int {name} in O.Some({Site()}))\n{{\n$0\n}}", Repeated(2, flow.Loop));
    }

    public Node Switch(Flow flow)
    {
        Flow section = flow with { CanBreak = true };
        return Statement(
            $"switch (O.Choice({Site()}))\n{{\ncase 0:\n{{\n$0\nbreak;\n}}\ncase 1:\n{{\n$1\nbreak;\n}}\n{(_dice.Chance(50) ? "default:\n{\n$2\nbreak;\n}\n" : "")}}}",
            SmallBlock(section), SmallBlock(section), SmallBlock(section));
    }

    public Node SwitchWhen(Flow flow)
    {
        // A choice is 0 to 2, which no analysis can know: patterns that leave only other numbers to the default would make it reachable for that alone.
        Flow section = flow with { CanBreak = true };
        return Statement(
            $"switch (O.Choice({Site()}))\n{{\ncase 0 when $0:\n{{\n$1\nbreak;\n}}\ncase > 1 when $2:\n{{\n$3\nbreak;\n}}\ndefault:\n{{\n$4\nbreak;\n}}\n}}",
            Bool(flow), SmallBlock(section), Bool(flow), SmallBlock(section), SmallBlock(section));
    }

    /// <summary>Asks for a type first, then for what a property of it says.</summary>
    public Node? SwitchTypes(Flow flow)
    {
        if (program.PickProperty(this) is not { } property)
        {
            return null;
        }

        Flow section = flow with { CanBreak = true };
        string type = property.Type.Name;
        return Statement(
            $"switch (O.Pick<object?>({Site()}, new {type}(), null))\n{{\ncase {type} {{ {property.Name}: 0 }}:\n{{\n$0\nbreak;\n}}\ncase {type}:\n{{\n$1\nbreak;\n}}\ndefault:\n{{\n$2\nbreak;\n}}\n}}",
            SmallBlock(section), SmallBlock(section), SmallBlock(section)).Calling(property.Name);
    }

    public Node Goto(Flow flow)
    {
        string label = NewName("again");
        return Statement($"{{\n{label}:;\n{{\n$0\n}}\nif ($1)\n{{\ngoto {label};\n}}\n}}", Repeated(2, flow), Fuel());
    }

    public Node Forward(Flow flow)
    {
        string label = NewName("skip");
        return Statement($"{{\nif ($0)\n{{\ngoto {label};\n}}\n{{\n$1\n}}\n{label}:;\n}}", Bool(flow), SmallBlock(flow));
    }

    public Node? Jump(Flow flow)
    {
        string? jump = JumpText(flow);
        return jump is null ? null : Statement($"if ($0)\n{{\n{jump}\n}}", Bool(flow), Int(flow));
    }

    private string? JumpText(Flow flow)
    {
        string? left = flow.Returns switch
        {
            ReturnKind.Void => "return;",
            ReturnKind.Int => "return $1;",
            ReturnKind.YieldBreak => "yield break;",
            _ => null,
        };
        return flow.CanContinue && _dice.Chance(40) ? "continue;" : flow.CanBreak && _dice.Chance(50) ? "break;" : left;
    }

    public Node Throw(Flow flow) => Statement($"if ($0)\n{{\nthrow O.Error({Site()});\n}}", Bool(flow));

    private Node LoopCondition(Flow flow) => _dice.Chance(70)
        ? Fuel()
        : new Node(Sort.Bool, _dice.Chance(50) ? "$0 && $1" : "$1 && $0", Fuel(), _dice.Chance(50) ? Bool(flow) : Bit());
}
