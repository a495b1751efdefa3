using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Expressions.</content>
internal sealed partial class BodyWriter
{
    public Node ConditionalInt(Flow flow) => IntNode("($0 ? $1 : $2)", Bool(flow), Int(flow), Int(flow));

    public Node Sum(Flow flow) => IntNode("($0 + $1)", Int(flow), Int(flow));

    public Node CoalesceInt(Flow flow) => IntNode($"(O.Maybe({Site()}) ?? $0)", Int(flow));

    public Node SwitchExpression(Flow flow) => _dice.Chance(50)
        ? IntNode($"(O.Choice({Site()}) switch {{ 0 => $0, 1 => $1, _ => $2 }})", Int(flow), Int(flow), Int(flow))
        : IntNode($"(O.Choice({Site()}) switch {{ 0 when $0 => $1, > 1 => $2, _ => $3 }})", Bool(flow), Int(flow), Int(flow), Int(flow));

    public Node ConditionOnValue(Flow flow) => new(Sort.Bool, $"O.Bit({Site()}, $0)", Int(flow));

    public Node Not(Flow flow) => new(Sort.Bool, "!$0", Parenthesised(Bool(flow)));

    public Node AndOr(Flow flow) => new(Sort.Bool, _dice.Chance(50) ? "($0 && $1)" : "($0 || $1)", Bool(flow), Bool(flow));

    public Node ConditionalBool(Flow flow) => new(Sort.Bool, "($0 ? $1 : $2)", Bool(flow), Bool(flow), Bool(flow));

    /// <summary>Asks the machine. What was known of it before makes one branch impossible now and then, so this is not exact.</summary>
    public Node LiveGuard(Flow flow) => new(Sort.Bool, _dice.Below(5) switch
    {
        0 => $"{Vm}.IsRunning",
        1 => $"!{Vm}.IsRunning",
        2 => $"{Vm}.IsPaused",
        3 => $"{Vm}.IsPaused == $0",
        _ => $"({Vm}.IsPaused && $0)",
    }, _dice.Chance(50) ? new Node(Sort.Bool, "true") : Bool(flow));

    public Node? SnapshotGuard(Flow flow) => flow.Context is null ? null : new Node(Sort.Bool, _dice.Below(3) switch
    {
        0 => $"!{flow.Context}.VcpusStopped",
        1 => $"({flow.Context}.VcpusStopped && $0)",
        _ => $"{flow.Context}.VcpusStopped",
    }, Bool(flow));

    public Node Assertion() => Statement($"{Vm}.AssertStopped();");

    public Node InvokedLambda(Flow flow) =>
        Closure(() => IntNode("((Func<int>)(() =>\n{\n$0\nreturn $1;\n}))()", SmallBlock(flow.Function(ReturnKind.Int)), Int(flow.Function(ReturnKind.Int))));

    public Node LazyInt(Flow flow) =>
        Closure(() => IntNode("new Lazy<int>((Func<int>)(() =>\n{\n$0\nreturn $1;\n})).Value", SmallBlock(flow.Function(ReturnKind.Int)), Int(flow.Function(ReturnKind.Int))));

    public Node? Pattern(Flow flow)
    {
        if (program.PickProperty(this) is not { } property)
        {
            return null;
        }

        string receiver = _dice.Chance(50) ? $"new {property.Type.Name}()" : $"O.Pick<{property.Type.Name}>({Site()}, new {property.Type.Name}(), null)";
        string pattern = _dice.Below(3) switch { 0 => "{ $p: 0 }", 1 => "{ $p: > 0 }", _ => "not { $p: 0 or 2 }" };
        return new Node(Sort.Bool, $"({receiver} is {pattern.Replace("$p", property.Name, StringComparison.Ordinal)})") { Calls = [property.Name] };
    }

    private static Node Parenthesised(Node node) => node.WithText($"({node.Text})");

    /// <summary>A use of a member that was written before, as an int.</summary>
    public Node? CallInt(Flow flow) => program.PickCallable(this, flow) is { Sort: Sort.Int } use ? use : null;

    /// <summary>A use of a member that was written before.</summary>
    public Node? CallStatement(Flow flow) => program.PickCallable(this, flow) switch
    {
        { Sort: Sort.Int } use => new Node(Sort.Statement, _dice.Chance(50) ? "O.Use($0);" : "_ = $0;", use),
        { Sort: Sort.Bool } use => new Node(Sort.Statement, "if ($0)\n{\n$1\n}", use, SmallBlock(flow)),
        { } use => use,
        null => null,
    };
}
