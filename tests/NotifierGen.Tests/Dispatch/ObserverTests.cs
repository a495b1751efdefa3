using NotifierGen.CompilerServices;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Dispatch;

/// <summary>What a test tool sees of a dispatcher, and what it can do to it.</summary>
public class ObserverTests
{
    private readonly TestMachine _machine = new();

    [Fact]
    public void EachCallAndItsEndAreSeen()
    {
        FullDevice first = _machine.AddFull("a");
        FullDevice second = _machine.AddFull("b");
        Observer observer = new(_machine);
        Assert.Equal([first, second], _machine.Notifiers.Observe(observer));

        _machine.Begin().Fail(TestMachine.Error());

        Assert.Equal(
            "[a a.S a] [b b.S b] [b b.F(n) b] [a a.F(n) a] [b b.f b] [a a.f a]",
            _machine.Observed.Replace("[ ", "[", StringComparison.Ordinal).Replace(" ]", "]", StringComparison.Ordinal));
        Assert.All(observer.Contexts, context => Assert.Equal(observer.Contexts[0].SessionId, context.SessionId));
        Assert.Equal([Setup, Setup, Failed, Failed, Failed, Failed], observer.Contexts.Select(static context => context.Event));
    }

    [Fact]
    public void RegistrationsAreSeenInTheirOrder()
    {
        FullDevice gone = _machine.AddFull("a");
        FullDevice stays = _machine.AddFull("b");
        Observer observer = new(_machine);
        _machine.Notifiers.Unregister(gone);
        _machine.Notifiers.Register(gone);
        Assert.Equal([stays, gone], _machine.Notifiers.Observe(observer));

        _machine.Notifiers.Unregister(stays);
        _machine.Notifiers.Register(stays);

        Assert.Equal("-b +b", _machine.Observed);
    }

    [Fact]
    public void WhatItThrowsBeforeAHandlerIsTheHandlersFault()
    {
        _machine.AddFull("a");
        FullDevice culprit = _machine.AddFull("b");
        _machine.AddFull("c");
        MigrationSession session = _machine.Begin();
        _machine.Log.Clear();
        InvalidOperationException thrown = new();
        _machine.Notifiers.Observe(new Observer(_machine) { IsQuiet = true, Before = (device, context) => device == culprit && context is { Event: Failed, Phase: Phase.BeforeVmStart } ? throw thrown : SetupResult.Accept });

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("c.F(n) threw a.F(n) c.f b.f a.f", _machine.Observed);
        HandlerFault fault = Assert.Single(report.Faults);
        Assert.Same(thrown, fault.Exception);
        Assert.Same(culprit, fault.Device);
        Assert.EndsWith(".OnFailed", fault.Handler, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatItThrowsAfterAHandlerIsTheHandlersFault()
    {
        _machine.AddFull("a");
        FullDevice culprit = _machine.AddFull("b");
        MigrationSession session = _machine.Begin();
        _machine.Log.Clear();
        _machine.Notifiers.Observe(new Observer(_machine) { IsQuiet = true, After = device => _ = device == culprit ? throw new InvalidOperationException() : 0 });

        DispatchReport report = session.Fail(TestMachine.Error());

        Assert.Equal("b.F(n) threw a.F(n) b.f threw a.f", _machine.Observed);
        Assert.Equal(2, report.Faults.Count);
        Assert.All(report.Faults, fault => Assert.Same(culprit, fault.Device));
    }

    [Fact]
    public void ItsRefusalIsTheHandlersOwn()
    {
        _machine.AddFull("a");
        FullDevice refusing = _machine.AddFull("b");
        _machine.AddFull("c");
        _machine.Notifiers.Observe(new Observer(_machine) { IsQuiet = true, Before = (device, context) => device == refusing ? SetupResult.Refuse("no") : SetupResult.Accept });

        bool begun = _machine.Notifiers.TryBegin(_machine.Vm, MigrationMode.Normal, out _, out SetupRefusal? refusal);

        Assert.False(begun);
        Assert.Equal("a.S a.F(n) a.f", _machine.Observed);
        Assert.Same(refusing, refusal!.Device);
        Assert.Equal("no", refusal.Reason);
        Assert.Null(refusal.Exception);
    }

    [Fact]
    public void OnceItIsGoneNothingIsSeen()
    {
        _machine.AddFull("a");
        _machine.Notifiers.Observe(new Observer(_machine));
        _machine.Notifiers.Observe(null);

        _machine.Begin().Fail(TestMachine.Error());

        Assert.Equal("a.S a.F(n) a.f", _machine.Observed);
    }

    [Fact]
    public void TheRowsOfADeviceAreThoseThatCallIt()
    {
        NotifierRow[] table = _machine.Notifiers.CurrentTable.ToArray();

        Assert.Equal(["OnBaseFailed", "OnBaseSetup"], Rows(new BaseDevice(_machine.Log, "base")).Order(StringComparer.Ordinal));
        Assert.Equal(["OnBaseFailed", "OnBaseSetup", "OnDerivedFailed"], Rows(new DerivedDevice(_machine.Log, "derived")).Order(StringComparer.Ordinal));
        Assert.Empty(Rows(new object()));
        Assert.Equal(["OnFailed", "OnSetup", "OnStaticFailed"], _machine.Notifiers.ListRowsOf(null).Select(row => table[row].Handler).Order(StringComparer.Ordinal));

        IEnumerable<string> Rows(object device) => _machine.Notifiers.ListRowsOf(device).Select(row => table[row].Handler);
    }

    private sealed class Observer(TestMachine machine) : DispatchObserver
    {
        public List<MigrationContext> Contexts { get; } = [];

        public bool IsQuiet { get; init; }

        public Func<object?, MigrationContext, SetupResult>? Before { get; init; }

        public Action<object?>? After { get; init; }

        public override SetupResult Calling(int row, object? device, in MigrationContext context)
        {
            Contexts.Add(context);
            Write("[", device);
            return Before?.Invoke(device, context) ?? SetupResult.Accept;
        }

        public override void Returned(int row, object? device, SetupResult answer)
        {
            if (!IsQuiet)
            {
                machine.Log.Add(Name(device));
                machine.Log.Add("]");
            }

            After?.Invoke(device);
        }

        public override void Threw(int row, object? device, Exception exception) => machine.Log.Add("threw");

        public override void Registered(object device) => machine.Log.Add("+" + Name(device));

        public override void Unregistered(object device) => machine.Log.Add("-" + Name(device));

        private void Write(string mark, object? device)
        {
            if (!IsQuiet)
            {
                machine.Log.Add(mark);
                machine.Log.Add(Name(device));
            }
        }

        private static string Name(object? device) => device is FullDevice full ? full.Probe.Name : "?";
    }
}
