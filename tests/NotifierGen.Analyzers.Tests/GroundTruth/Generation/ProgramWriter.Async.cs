using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Async members.</content>
internal sealed partial class ProgramWriter
{
    private static readonly Flow s_async = new(ReturnKind.Void) { CanAwait = true, IsResumable = true };

    private void WriteAsync()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("RunAsync");
        if (Dice.Chance(30))
        {
            (Node block, Node result, double cost) = Body(owner, true, s_async with { Returns = ReturnKind.Int });
            owner.Members.Add(Declaring(name, $"internal static async Task<int> {name}()\n{{\n$0\nreturn $1;\n}}", block, result));
            Add(name, Constructs.AsyncBlocked, cost, (w, f) => UseAsync($"{owner.Name}.{name}()", w, f));
            Add(name, Constructs.AwaitCall, cost, (_, f) => f.CanAwait ? BodyWriter.IntNode($"(await {owner.Name}.{name}())") : BodyWriter.IntNode($"{owner.Name}.{name}().Result"));
        }
        else
        {
            (Node block, _, double cost) = Body(owner, true, s_async);
            owner.Members.Add(Declaring(name, $"internal static async Task {name}()\n{{\n$0\n}}", block));
            Add(name, Constructs.AsyncBlocked, cost, (w, f) => UseAsync($"{owner.Name}.{name}()", w, f));
        }
    }

    private Node UseAsync(string call, BodyWriter writer, Flow flow)
    {
        string task = writer.NewName("task");
        if (flow.CanAwait && Dice.Chance(60))
        {
            return Tagged(BodyWriter.Statement(Dice.Below(3) switch
            {
                0 => $"await {call}.ConfigureAwait(false);",
                1 when !IsExact => $"await Task.WhenAll({call}, {call});",
                _ => $"await {call};",
            }), Constructs.AwaitCall);
        }

        return Dice.Below(IsExact ? 4 : 6) switch
        {
            0 => BodyWriter.Statement($"{call}.GetAwaiter().GetResult();"),
            1 => BodyWriter.Statement($"{call}.Wait();"),
            2 or 3 => Tagged(BodyWriter.Statement($"_ = {call};"), Constructs.AsyncDropped),
            _ when flow.CanAwait => Tagged(BodyWriter.Statement($"Task {task} = {call};\n$0\nawait {task};", writer.Statement(flow.Deeper)), Constructs.AsyncStored),
            _ => Tagged(BodyWriter.Statement($"Task {task} = {call};\n$0\n{task}.Wait();", writer.Statement(flow.Deeper)), Constructs.AsyncStored),
        };
    }

    private void WriteAsyncVoid()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("FireAsync");
        (Node block, _, double cost) = Body(owner, true, s_async);
        owner.Members.Add(Declaring(name, $"internal static async void {name}()\n{{\n$0\n}}", block));
        Add(name, Constructs.AsyncVoid, cost, (_, _) => BodyWriter.Statement($"{owner.Name}.{name}();"));
    }

    private void WriteAsyncIterator()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("StreamAsync");
        Flow flow = s_async with { Returns = ReturnKind.YieldBreak, CanYield = true };
        (Node first, Node one, double cost) = Body(owner, true, flow);
        (Node last, _, double more) = Body(owner, true, flow);
        owner.Members.Add(Declaring(name, $"internal static async IAsyncEnumerable<int> {name}()\n{{\n$0\nawait O.Pending({NextSite()});\nyield return $1;\n$2\n}}", first, one, last));
        Add(name, Constructs.AsyncIterator, cost + more, (w, f) => f.CanAwait
            ? BodyWriter.Statement($"await foreach (int {w.NewName("item")} in {owner.Name}.{name}())\n{{\n$0\n}}", w.Repeated(2, f.Loop))
            : null);
    }

    private void WriteAsyncDisposable()
    {
        TypePlan type = NewType("Lease", "internal sealed partial class $");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, s_async);
        type.Members.Add(Declaring(name, "public async Task DisposeAsync()\n{\n$0\n}", block));
        Add(name, Constructs.AwaitUsing, cost, (w, f) => f.CanAwait
            ? BodyWriter.Statement($"await using (new {name}())\n{{\n$0\n}}", w.SmallBlock(f))
            : null);
    }
}
