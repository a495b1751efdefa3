using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>vCPU state, and what resumes and pauses.</content>
internal sealed partial class BodyWriter
{
    // Finding an element may throw.
    private const string Index = "O.Use(0)";

    public Node TouchCall(Flow flow) => Statement($"{Cpu}.Touch($0);", Int(flow));

    public Node TouchProperty(Flow flow) => Statement(_dice.Chance(70) ? $"{Cpu}.Pc = $0;" : $"_ = {Cpu}.Pc + $0;", Int(flow));

    public Node TouchCompound(Flow flow) => _dice.Chance(50) ? Statement($"{Cpu}.Pc++;") : Statement($"{Cpu}.Pc += $0;", Int(flow));

    public Node TouchIndexer(Flow flow) => Statement($"{Cpu}[$0] = $1;", Int(flow), Int(flow));

    // What a statement writes may throw to the analysis, and must to the monitor.
    public Node TouchField(Flow flow) => Statement($"{Cpu}.Raw = O.Use($0);", Int(flow));

    public Node TouchType(Flow flow) => Statement($"{Cpu}.Registers.Accumulator = $0;", Int(flow));

    public Node TouchDeconstruction(Flow flow)
    {
        string cpu = Cpu;
        return Statement($"({cpu}.Pc, {cpu}[$0]) = ($1, $2);", Int(flow), Int(flow), Int(flow));
    }

    public Node TouchOut() => Statement($"O.Set(out {Cpu}.Raw);");

    public Node SafeMember() => Statement($"O.Use({Cpu}.Registers.Count);");

    /// <summary>Takes a reference, which is no touch, and uses it, which is.</summary>
    public Node? RefLocal(Flow flow)
    {
        if (PickVariable(VariableKind.RefInt) is { } known && _dice.Chance(70))
        {
            return Statement(_dice.Chance(50) ? $"{known.Name}++;" : $"{known.Name} = $0;", Int(flow));
        }

        if (flow.IsResumable)
        {
            return null;
        }

        string cpu = Cpu;
        string name = Declare("alias", VariableKind.RefInt);
        return Statement($"ref int {name} = ref {cpu}.{(_dice.Chance(50) ? "Cell" : "Raw")};");
    }

    public Node View(Flow flow)
    {
        if (PickVariable(VariableKind.View) is { } known && _dice.Chance(70))
        {
            return Write(known.Name, flow);
        }

        string value = PickVariable(VariableKind.ViewList) is { } list && _dice.Chance(50) ? $"{list.Name}[{Index}]"
            : PickVariable(VariableKind.ViewFactory) is { } factory && _dice.Chance(50) ? $"{factory.Name}()"
            : $"{Cpu}.Bank";
        return Statement($"int[] {Declare("bank", VariableKind.View)} = {value};");
    }

    public Node HeldView(Flow flow)
    {
        if (PickVariable(VariableKind.ViewList) is { } known && _dice.Chance(70))
        {
            return Write($"{known.Name}[{Index}]", flow);
        }

        string value = $"{Cpu}.Bank";
        string name = Declare("banks", VariableKind.ViewList);
        return Statement(_dice.Chance(50)
            ? $"List<int[]> {name} = [];\n{name}.Add({value});"
            : $"int[][] {name} = new int[1][];\n{name}[0] = {value};");
    }

    public Node MadeView(Flow flow)
    {
        if (PickVariable(VariableKind.ViewFactory) is { } known && _dice.Chance(70))
        {
            return Write($"{known.Name}()", flow);
        }

        string value = $"{Cpu}.Bank";
        return _dice.Chance(30) ? Write($"Task.Run(() => {value}).Result", flow) : Statement($"Func<int[]> {Declare("make", VariableKind.ViewFactory)} = () => {value};");
    }

    // What is written shows; what is read would not.
    private Node Write(string array, Flow flow) => _dice.Chance(50) ? Statement($"{array}[{Index}]++;") : Statement($"{array}[{Index}] = $0;", Int(flow));

    public Node CachedReference()
    {
        string cpu = Cpu;
        string name = Declare("cpu", VariableKind.Cpu);
        return Statement($"Cpu {name} = {cpu};");
    }

    /// <summary>A value read from vCPU state; using it later touches nothing.</summary>
    public Node CachedValue(Flow flow)
    {
        Node value = _dice.Chance(50) ? IntNode($"{Cpu}.Pc") : Int(flow);
        string name = Declare("value", VariableKind.Int);
        return Statement($"int {name} = $0;", value);
    }

    public Node? Assign(Flow flow) => PickVariable(VariableKind.Int) is { } variable ? Statement($"{variable.Name} = $0;", Int(flow)) : null;

    public Node Resume() => Statement(_dice.Chance(80) ? $"{Vm}.Start();" : $"((IVirtualMachine){Vm}).Start();");

    public Node Pause() => Statement($"{Vm}.Stop();");

    public Node Use(Flow flow) => Statement("O.Use($0);", Int(flow));

    public Node TouchInt(Flow flow) => _dice.Below(4) switch
    {
        0 => IntNode($"{Cpu}.Pc"),
        1 => IntNode($"{Cpu}[$0]", Int(flow)),
        2 => IntNode($"{Cpu}.Registers.Accumulator"),
        _ => IntNode($"{Cpu}.Touch($0)", Int(flow)),
    };

    /// <summary>Shows in which order the parts of a statement are evaluated.</summary>
    public Node EffectInt(Flow flow) => IntNode(_dice.Chance(50) ? $"{Vm}.Run($0)" : $"{Vm}.Halt($0)", Int(flow));
}
