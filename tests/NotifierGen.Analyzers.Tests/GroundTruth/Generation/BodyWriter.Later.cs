using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Work that runs later, or on another thread.</content>
internal sealed partial class BodyWriter
{
    public Node TaskRun(Flow flow) => Statement(_dice.Chance(50) ? "Task.Run($0);" : "_ = Task.Run($0);", OverloadedAction(flow));

    public Node TaskRunWaited(Flow flow)
    {
        string name = NewName("task");
        return _dice.Below(4) switch
        {
            0 => Statement("Task.Run($0).Wait();", OverloadedAction(flow)),
            1 => Statement("Task.Run($0).GetAwaiter().GetResult();", OverloadedAction(flow)),
            2 => Statement($"Task {name} = Task.Run($0);\n$1\n{name}.Wait();", OverloadedAction(flow), Statement(flow.Deeper)),
            _ => Statement($"Task {name} = Task.Run($0);\nTask.WaitAll({name}, Task.Run($1));", OverloadedAction(flow), OverloadedAction(flow)),
        };
    }

    public Node? Pool(Flow flow) => flow.IsInLambda ? null : Statement("ThreadPool.QueueUserWorkItem($0);", LambdaOf(NewName("state"), flow));

    public Node TimerCallback(Flow flow) => Statement("_ = new Timer($0, null, 0, 0);", LambdaOf(NewName("state"), flow));

    public Node? ThreadStart(Flow flow) => flow.IsInLambda ? null : Statement("new Thread($0).Start();", Lambda(flow));

    public Node? ThreadJoined(Flow flow)
    {
        if (flow.IsInLambda)
        {
            return null;
        }

        string name = NewName("thread");
        return _dice.Chance(50)
            ? Statement($"Thread {name} = new Thread($0);\n{name}.Start();\n{name}.Join();", Lambda(flow))
            : Statement($"Thread {name} = new Thread($0);\n{name}.Start();\n$1\n{name}.Join();", Lambda(flow), Statement(flow.Deeper));
    }

    public Node? ContinueWith(Flow flow) => flow.IsInLambda ? null : Statement("Task.CompletedTask.ContinueWith($0);", LambdaOf(NewName("state"), flow));

    public Node ContextPost(Flow flow) => Statement("new SynchronizationContext().Post($0, null);", LambdaOf(NewName("state"), flow));

    public Node? TokenRegister(Flow flow) => flow.IsInLambda ? null : Statement("new CancellationTokenSource().Token.Register($0);", Lambda(flow));

    /// <summary>Kept in a field, or taken from there and called. Code that calls itself so must be noticed: the shim counts its steps.</summary>
    public Node FieldDelegate(Flow flow)
    {
        bool isOwn = owner.HasMachineFields && !isStatic && _dice.Chance(60);
        string field = isOwn ? "_later" : "Store.Later";
        return _dice.Below(3) switch
        {
            0 => Statement($"O.Use(0);\n{field}?.Invoke();"),
            1 => Statement($"{field} = $0;\n{{\n$1\n}}\nO.Use(0);\n{field}();", Action(flow), SmallBlock(flow)),
            _ => Statement($"{field} = $0;", Action(flow)),
        };
    }

    public Node CollectionDelegate(Flow flow) => _dice.Below(3) switch
    {
        0 => Statement("Store.All.Add($0);", Action(flow)),
        1 => Statement("foreach (Action each in Store.All.ToArray())\n{\nO.Use(0);\neach();\n}"),
        _ => StoredAndCalled(flow),
    };

    public Node? EventDelegate(Flow flow) => !owner.HasMachineFields || isStatic
        ? null
        : _dice.Below(3) switch
        {
            0 => Statement("O.Use(0);\nRaised?.Invoke();"),
            1 => Statement("Raised += $0;\nO.Use(0);\nRaised();", Action(flow)),
            _ => Statement("Raised += $0;", Action(flow)),
        };

    /// <summary>Statements of async code only.</summary>
    public Node? Await(Flow flow) => flow.CanAwait ? Statement($"await O.Pending({Site()});") : null;

    public Node? AwaitYield(Flow flow) => flow.CanAwait ? Statement("await Task.Yield();") : null;

    public Node? AwaitTaskRun(Flow flow) => flow.CanAwait ? Statement(_dice.Chance(50) ? "await Task.Run($0);" : "await Task.Run($0).ConfigureAwait(false);", OverloadedAction(flow)) : null;

    public Node? AsyncLambda(Flow flow)
    {
        if (flow.IsInLambda)
        {
            return null;
        }

        Node lambda = Closure(() => new Node(
            Sort.Other, "async () =>\n{\n$0\n}", SmallBlock(flow.Function(ReturnKind.Void) with { CanAwait = true, IsResumable = true })));
        string name = NewName("function");
        return _dice.Below(5) switch
        {
            0 => Statement("_ = Task.Run($0);", lambda),
            1 => Statement("Task.Run($0).Wait();", lambda),
            2 => Statement($"Func<Task> {name} = $0;\n_ = {name}();", lambda),
            3 => Statement($"Func<Task> {name} = $0;\n{name}().Wait();", lambda),
            _ => Statement($"Action {name} = $0;\n{name}();", lambda),
        };
    }

    private Node OverloadedAction(Flow flow) => Action(flow) is var action && flow.IsInLambda ? new Node(Sort.Action, "(Action)($0)", action) : action;

    private Node StoredAndCalled(Flow flow)
    {
        string list = NewName("list");
        string each = NewName("each");
        return Statement($"var {list} = new List<Action> {{ $0 }};\nforeach (Action {each} in {list})\n{{\n{each}();\n}}", Action(flow));
    }
}
