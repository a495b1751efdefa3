using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Lambdas and method groups that leave the handler: they run later, when the vCPUs may run (NG1003).</summary>
public sealed class DelegateEscapeTests
{
    private const string Keepers = """
        private Action? _later;
        private static Action? s_later;
        private readonly List<Action> _actions = new List<Action>();
        private Action[] _array = new Action[1];
        private event Action? Done;
        private Func<long>? Reader { get; set; }
        private void Zero() => _cpu.Pc = 0;
        private void ZeroOf(object? state) => _cpu.Pc = 0;
        private sealed class Job(Action action) { public readonly Action Action = action; public Action? Then { get; init; } }
        """;

    [Theory]
    [InlineData("_later = {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("_later = {|NG1003:Zero|};")]
    [InlineData("_later = {|NG1003:_cpu.Reset|};")]
    [InlineData("_later = {|NG1003:delegate { _cpu.Pc = 0; }|};")]
    [InlineData("s_later = {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("Reader = {|NG1003:() => _cpu.Pc|};")]
    [InlineData("Done += {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("Done += {|NG1003:Zero|};")]
    [InlineData("_array[0] = {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("_array = {|NG1003:new Action[] { () => _cpu.Pc = 0 }|};")]
    [InlineData("_later += {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("Action zero = () => _cpu.Pc = 0; _later = {|NG1003:zero|};")]
    public Task WhatIsKeptRunsLater(string body) => EnteredStopped(body, Keepers);

    [Theory]
    [InlineData("_actions.Add({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("_ = Task.Factory.StartNew({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("Task.Run({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("_ = Task.Run({|NG1003:Zero|});")]
    [InlineData("ThreadPool.QueueUserWorkItem({|NG1003:_ => _cpu.Pc = 0|});")]
    [InlineData("ThreadPool.QueueUserWorkItem({|NG1003:ZeroOf|});")]
    [InlineData("_ = new Timer({|NG1003:_ => _cpu.Pc = 0|}, null, 0, 10);")]
    [InlineData("Task.Delay(1).ContinueWith({|NG1003:_ => _cpu.Pc = 0|});")]
    [InlineData("SynchronizationContext.Current!.Post({|NG1003:_ => _cpu.Pc = 0|}, null);")]
    [InlineData("CancellationToken.None.Register({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += {|NG1003:(_, _) => _cpu.Pc = 0|};")]
    [InlineData("{|NG1003:new Thread(() => _cpu.Pc = 0).Start()|};")]
    [InlineData("var thread = new Thread(() => _cpu.Pc = 0); {|NG1003:thread.Start()|};")]
    [InlineData("_ = new Progress<int>({|NG1003:pc => _cpu.Pc = pc|});")]
    public Task WhatTheFrameworkIsGivenRunsLater(string body) => EnteredStopped(body, Keepers);

    [Theory]
    [InlineData("Task.Run({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("_later = {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("using (_machine.Pause()) { ThreadPool.QueueUserWorkItem({|NG1003:_ => _cpu.Pc = 0|}); }")]
    public Task APauseOfTheHandlerDoesNotReachThatFar(string body) => EnteredRunning(body, Keepers);

    [Theory]
    [InlineData("_later = Work;")]
    [InlineData("_later = () => Work();")]
    [InlineData("_later = () => { using (_machine.Pause()) { _cpu.Pc = 0; } };")]
    [InlineData("_later = () => { if (_machine.IsPaused) { _cpu.Pc = 0; } };")]
    [InlineData("_later = null;")]
    [InlineData("long pc = _cpu.Pc; _later = () => _mode = (int)pc;")]
    [InlineData("Done -= Zero;")]
    [InlineData("Task.Run(() => { _machine.Stop(); _cpu.Pc = 0; });")]
    [InlineData("_actions.Add(Work);")]
    [InlineData("Action zero = () => _cpu.Pc = 0;")]
    public Task WhatTouchesNothingOrPausesByItselfMayRunLater(string body) => EnteredStopped(body, Keepers);

    [Theory]
    [InlineData("Task.Run(() => _cpu.Pc = 0).Wait();")]
    [InlineData("Task.Run(() => _cpu.Pc = 0).GetAwaiter().GetResult();")]
    [InlineData("_ = Task.Run(() => _cpu.Pc).Result;")]
    [InlineData("Task.WaitAll(Task.Run(() => _cpu.Pc = 0), Task.Run(Zero));")]
    [InlineData("Task.WhenAll(Task.Run(() => _cpu.Pc = 0)).Wait();")]
    [InlineData("var task = Task.Run(() => _cpu.Pc = 0); task.Wait();")]
    [InlineData("var thread = new Thread(() => _cpu.Pc = 0); thread.Start(); thread.Join();")]
    [InlineData("var thread = new Thread(Zero); thread.Start(); thread.Join();")]
    public Task WhatIsWaitedForRunsInPlace(string body) => EnteredStopped(body, Keepers);

    [Theory]
    [InlineData("{|NG1001:Task.Run(() => _cpu.Pc = 0)|}.Wait();")]
    [InlineData("_ = {|NG1001:Task.Run(() => _cpu.Pc)|}.Result;")]
    [InlineData("var thread = new Thread(() => _cpu.Pc = 0); {|NG1001:thread.Start()|}; thread.Join();")]
    public Task InPlaceItRunsInTheStateOfTheHandler(string body) => EnteredRunning(body, Keepers);

    [Theory]
    [InlineData("_ = new Job({|NG1003:() => _cpu.Pc = 0|});")]
    [InlineData("_ = new Job(Work) { Then = {|NG1003:() => _cpu.Pc = 0|} };")]
    [InlineData("_jobs = new[] { new Job({|NG1003:Zero|}) };")]
    public Task WhatAnObjectKeepsRunsLater(string body) => EnteredStopped(body, Keepers + " private Job[] _jobs = [];");

    [Fact]
    public Task AHelperThatReturnsALambdaDoesNothingByItself() => EnteredRunning(
        "Action zero = Make(); using (_machine.Pause()) { zero(); }",
        "private Action Make() => () => _cpu.Pc = 0;");

    [Fact]
    public Task WhatTheHandlerDoesWithAReturnedLambdaCounts() => EnteredStopped(
        "_later = {|NG1003:Make()|}; Make()(); _machine.Start(); {|NG1001:Make()()|};",
        "private Action? _later; private Action Make() => () => _cpu.Pc = 0;");

    [Fact]
    public Task AnEscapeInACalleeIsReportedAtTheCall() => EnteredStopped(
        "{|NG1003:Schedule()|};",
        "private void Schedule() => Task.Run(() => _cpu.Pc = 0);");

    [Fact]
    public Task AMethodGroupOfAnotherObjectIsFollowed() => EnteredStopped(
        "_later = {|NG1003:_queue.Drain|};",
        "private Action? _later; private Queue _queue => new Queue(_cpu); private sealed class Queue(Cpu cpu) { public void Drain() => cpu.Pc = 0; }");

    [Theory]
    [InlineData("_map[1] = {|NG1003:() => _cpu.Pc = 0|};")]
    [InlineData("_map = new() { [1] = {|NG1003:() => _cpu.Pc = 0|} };")]
    [InlineData("_map[1] = Work;")]
    [InlineData("_map[1] = () => { using (_machine.Pause()) { _cpu.Pc = 0; } };")]
    public Task WhatADictionaryKeepsIsSaidOnce(string body) => EnteredRunning(body, "private Dictionary<int, Action> _map = [];");
}
