using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Exceptions, pausing scopes and locks.</content>
internal sealed partial class BodyWriter
{
    public Node TryCatch(Flow flow) => Catching("catch", flow);

    public Node TypedCatch(Flow flow) => _dice.Below(3) switch
    {
        0 => Catching("catch (ProbeException)", flow),
        1 => Catching("catch (OtherProbeException)", flow),
        _ => Statement(
            "try\n{\n$0\n}\ncatch (ProbeException)\n{\n$1\n}\ncatch (Exception)\n{\n$2\n}",
            SmallBlock(Guarded(flow)), SmallBlock(Caught(flow)), SmallBlock(Caught(flow))),
    };

    public Node Filter(Flow flow) => Catching($"catch (Exception) when (O.Bit({Site()}))", flow);

    public Node EffectInFilter(Flow flow) => Statement(
        "try\n{\n$0\n}\ncatch (Exception) when ($2)\n{\n$1\n}", SmallBlock(Guarded(flow)), SmallBlock(Caught(flow)), Bool(flow with { CanAwait = false }));

    public Node TryFinally(Flow flow) => _dice.Chance(70)
        ? Statement("try\n{\n$0\n}\nfinally\n{\n$1\n}", Left(SmallBlock(flow), flow), SmallBlock(flow.Confined))
        : Statement(
            "try\n{\n$0\n}\ncatch (Exception)\n{\n$1\n}\nfinally\n{\n$2\n}", SmallBlock(Guarded(flow)), SmallBlock(Caught(flow)), SmallBlock(flow.Confined));

    // Only what certainly leaves a block shows that its finally block lies on that way, too.
    private Node Left(Node block, Flow flow) => _dice.Chance(20) && JumpText(flow) is { } jump
        ? block.WithChildren(block.Children.Add(Tagged(Statement(jump.Replace("$1", "$0", StringComparison.Ordinal), Int(flow)), Constructs.Jump)))
        : block;

    public Node? Rethrow(Flow flow) => flow.CanRethrow ? Statement("if ($0)\n{\nthrow;\n}", Bool(flow)) : null;

    public Node Lock(Flow flow) => Statement("lock (Store.Gate)\n{\n$0\n}", SmallBlock(flow with { CanAwait = false, CanYield = false }));

    public Node ScopeUsing(Flow flow) => _dice.Below(3) switch
    {
        0 => Statement($"using (IDisposable {NewName("scope")} = {Vm}.PauseScope())\n{{\n$0\n}}", SmallBlock(flow)),
        1 => Statement($"using (IDisposable first = {Vm}.PauseScope(), second = {Vm}.PauseScope())\n{{\n$0\n}}".Replace("first", NewName("scope"), StringComparison.Ordinal).Replace("second", NewName("scope"), StringComparison.Ordinal), SmallBlock(flow)),
        _ => Statement($"using ({Vm}.PauseScope())\n{{\n$0\n}}", SmallBlock(flow)),
    };

    public Node ScopeDeclaration(Flow flow) => Statement($"{{\nusing var {NewName("scope")} = {Vm}.PauseScope();\n$0\n}}", SmallBlock(flow));

    public Node ScopeFinally(Flow flow)
    {
        string name = NewName("scope");
        return Statement(
            $"{{\nIDisposable {name} = {Vm}.PauseScope();\ntry\n{{\n$0\n}}\nfinally\n{{\n{name}.Dispose();\n}}\n}}", SmallBlock(flow));
    }

    public Node ScopeManual(Flow flow)
    {
        string name = NewName("scope");
        return _dice.Chance(50)
            ? Statement($"{{\nIDisposable {name} = {Vm}.PauseScope();\n$0\n{name}.Dispose();\n}}", SmallBlock(flow))
            : Statement($"using (IDisposable {name} = {Vm}.PauseScope())\n{{\n$0\n{name}.Dispose();\n$1\n}}", SmallBlock(flow), SmallBlock(flow));
    }

    public Node ScopeConditional(Flow flow)
    {
        string name = NewName("scope");
        return _dice.Below(3) switch
        {
            0 => Statement($"using ($0 ? {Vm}.PauseScope() : null)\n{{\n$1\n}}", Bool(flow), SmallBlock(flow)),
            1 => Statement(
                $"{{\nIDisposable? {name} = null;\nif ($0)\n{{\n{name} = {Vm}.PauseScope();\n}}\ntry\n{{\n$1\n}}\nfinally\n{{\n{name}?.Dispose();\n}}\n}}",
                Bool(flow), SmallBlock(flow)),
            _ => Statement(
                $"{{\nIDisposable {name} = {Vm}.PauseScope();\nif ($0)\n{{\n{name}.Dispose();\n}}\n$1\n{name}.Dispose();\n}}", Bool(flow), SmallBlock(flow)),
        };
    }

    /// <summary>Kept in a field of the device: whoever disposes of it resumes the VM.</summary>
    public Node? ScopeField(Flow flow) => owner.HasMachineFields && !isStatic
        ? Statement($"_scope = {Vm}.PauseScope();\n{{\n$0\n}}\n_scope.Dispose();", SmallBlock(flow))
        : null;

    private Node Catching(string clause, Flow flow) =>
        Statement($"try\n{{\n$0\n}}\n{clause}\n{{\n$1\n}}", SmallBlock(Guarded(flow)), SmallBlock(Caught(flow)));

    // No yield in a try block with a catch clause, nor in the clause.
    private static Flow Guarded(Flow flow) => flow with { CanYield = false };

    private static Flow Caught(Flow flow) => flow with { CanYield = false, CanRethrow = true };
}
