using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Pairing.SetupWithoutFailedAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>NG1006: what Setup changes, a Failed handler undoes.</summary>
public sealed class SetupWithoutFailedTests
{
    [Theory]
    [InlineData("_frozen = true;")]
    [InlineData("this._count++;")]
    [InlineData("_count += 2;")]
    [InlineData("Frozen = true;")]
    [InlineData("s_total = 1;")]
    [InlineData("_pages[3] = 1;")]
    [InlineData("_pages.AsSpan().Clear();")]
    [InlineData("(_count, _) = (1, 2);")]
    [InlineData("_name ??= \"\";")]
    [InlineData("_port.Level = 3;")]
    [InlineData("_port.Inner!.Level = 3;")]
    [InlineData("if (_port.Inner is { } inner) { _port.Inner?.Raise(); }")]
    [InlineData("var port = _port; port.Level = 3;")]
    [InlineData("ref int count = ref _count; count = 3;")]
    [InlineData("foreach (var port in _ports) { port.Level = 1; }")]
    [InlineData("Interlocked.Increment(ref _count);")]
    [InlineData("Volatile.Write(ref _count, 1);")]
    [InlineData("int.TryParse(\"1\", out _count);")]
    [InlineData("_port.Changed += OnChanged;")]
    [InlineData("_list.Add(1);")]
    [InlineData("_queue.TryDequeue(out _);")]
    [InlineData("Array.Clear(_pages);")]
    [InlineData("_backend.Enable();")]
    [InlineData("backend.Enable();")]
    [InlineData("_event.Set();")]
    [InlineData("_port.Raise();")]
    [InlineData("lock (_gate) { try { if (_count > 0) { _count = 0; } } finally { _ = _count; } }")]
    [InlineData("Freeze();")]
    [InlineData("Local(); void Local() => _count = 3;")]
    [InlineData("for (int i = 0; i < 3; i++) { Deeper(i); }")]
    [InlineData("_child.Hide();")]
    public Task AChangeThatNobodyUndoesIsReported(string statements) => Holds(Device("{|NG1006:OnSetup|}", statements));

    [Theory]
    [InlineData("")]
    [InlineData("int count = _count; count++;")]
    [InlineData("if (_count > 3 && Frozen) { throw new InvalidOperationException(_name); }")]
    [InlineData("var copy = new Port(); copy.Level = 3; copy.Raise();")]
    [InlineData("var list = new List<int>(_list); list.Add(3);")]
    [InlineData("var count = _count; count = 3;")]
    [InlineData("_list.Contains(3); _ = _list.Count;")]
    [InlineData("_log.Write(\"setup\"); _stream.Write([1]); _stream.Flush();")]
    [InlineData("Console.WriteLine(_count);")]
    [InlineData("_semaphore.Wait(); _semaphore.Release();")]
    [InlineData("lock (_gate) { _ = _count; }")]
    [InlineData("_ = Volatile.Read(ref _count);")]
    [InlineData("_immutable.Add(3);")]
    [InlineData("_clock.Start(); System.Diagnostics.Debug.Assert(true);")]
    [InlineData("_port.Look(); _port.Settle(); _port.Add(1);")]
    [InlineData("Look();")]
    [InlineData("Action later = () => _count = 3;")]
    [InlineData("_backend.Read();")]
    public Task AHandlerThatOnlyLooksIsFine(string statements) => Holds(Device("OnSetup", statements));

    [Theory]
    [InlineData("Normal", "Normal", null)]
    [InlineData("All", "All", null)]
    [InlineData("Normal | MigrationMode.CprExec", "All", null)]
    [InlineData("CprExec", "Normal", "mode CprExec")]
    [InlineData("Normal | MigrationMode.CprExec", "Normal", "mode CprExec")]
    [InlineData("All", "CprTransfer", "modes Normal, BackgroundSnapshot, CprReboot, CprExec")]
    public Task TheModesMustBeCovered(string setup, string failed, string? missing)
    {
        string handler = missing is null ? "OnSetup" : "{|#0:OnSetup|}";
        string source = $$"""
            class Nic
            {
                private int _count;

                [OnMigrationEvent(Setup, Modes = MigrationMode.{{setup}})]
                public void {{handler}}() => {|#1:_count = 1|};

                [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.{{failed}})]
                public void OnFailed() => _count = 0;
            }
            """;
        return missing is null
            ? Holds(source.Replace("{|#1:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal))
            : Holds(source, new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Nic.OnSetup", "_count", missing));
    }

    [Fact]
    public Task SeveralFailedHandlersCoverTheModesTogether() => Holds("""
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
            [OnMigrationEvent(Setup, Modes = MigrationMode.CprReboot)]
            public void OnSetup() => _count = 1;

            [OnMigrationEvent(Failed)]
            public void OnFailed() => _count = 0;

            [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.CprExec | MigrationMode.CprReboot)]
            public static void OnCprFailed() { }
        }
        """);

    [Theory]
    [InlineData("Done")]
    [InlineData("IncomingSetup")]
    [InlineData("Reclaimed")]
    public Task OtherEventsNeedNoFailed(string migrationEvent) => Holds($$"""
        class Nic
        {
            private int _count;

            [OnMigrationEvent({{migrationEvent}})]
            public void OnEvent() => _count = 1;
        }
        """);

    [Fact]
    public Task ABaseOrAnInterfaceMayUndo() => Holds("""
        class Device
        {
            protected int Count;

            [OnMigrationEvent(Failed)]
            public virtual void OnFailed() => Count = 0;
        }

        class Nic : Device
        {
            [OnMigrationEvent(Setup)]
            public void OnSetup() => Count = 1;
        }

        interface IUndoes
        {
            [OnMigrationEvent(Failed)]
            void OnFailed();
        }

        class Disk : IUndoes
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void OnSetup() => _count = 1;

            void IUndoes.OnFailed() => _count = 0;
        }
        """);

    [Fact]
    public Task ABaseOfAnotherAssemblyMayUndoInPrivate()
    {
        var test = Test("""
            class Nic : Device
            {
                [OnMigrationEvent(Setup)]
                public void OnSetup() => Count = 1;
            }
            """);
        test.TestState.AdditionalReferences.Add(Library.Compile("Devices", """
            public partial class Device
            {
                protected int Count;

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Count = 0;
            }
            """));
        return Run(test, []);
    }

    [Fact]
    public Task EveryClassDerivedFromAnAbstractOneMayUndo() => Holds("""
        abstract class Device
        {
            protected int Count;

            [OnMigrationEvent(Setup)]
            public void OnSetup() => Count = 1;
        }

        class Nic : Device
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }

        abstract class Storage : Device;

        class Disk : Storage
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }
        """);

    [Fact]
    public Task AClassDerivedFromAnAbstractOneThatDoesNotUndoIsNamed() => Holds(
        """
        abstract class Device
        {
            protected int Count;

            [OnMigrationEvent(Setup)]
            public void {|#0:OnSetup|}() => {|#1:Count = 1|};
        }

        class Nic : Device
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => Count = 0;
        }

        class Disk : Device;
        """,
        new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Device.OnSetup", "Count", "mode Normal of 'Disk'"));

    [Fact]
    public Task AnOverrideAndAnImplementationRunAsSetupToo() => Holds("""
        class Device
        {
            [OnMigrationEvent(Setup)]
            public virtual void OnSetup() { }
        }

        class Nic : Device
        {
            private int _count;

            public override void {|NG1006:OnSetup|}() => _count = 1;
        }

        interface IFreezes
        {
            [OnMigrationEvent(Setup)]
            void Freeze();
        }

        class Disk : IFreezes
        {
            private int _count;

            void IFreezes.{|NG1006:Freeze|}() => _count = 1;
        }
        """);

    [Fact]
    public Task APartialHandlerIsReportedWhereItsAttributeStands() => Holds("""
        partial class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public partial void {|NG1006:OnSetup|}();
        }

        partial class Nic
        {
            public partial void OnSetup() => _count = 1;
        }
        """);

    [Fact]
    public Task TheMessageNamesTheCallThatLeadsToTheChange() => Holds(
        """
        class Backend
        {
            private bool _on;
            public void Use() => Switch(true);
            private void Switch(bool on) => {|#1:_on = on|};
            public bool On => _on;
        }

        class Nic(Backend backend)
        {
            [OnMigrationEvent(Setup)]
            public void {|#0:OnSetup|}() => Prepare();

            private void Prepare() => backend.Use();
        }
        """,
        new DiagnosticResult(Descriptors.SetupWithoutFailed).WithLocation(0).WithLocation(1).WithArguments("Nic.OnSetup", "backend.Use", "mode Normal"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds("""
        class Nic
        {
            private int _count;

        #pragma warning disable NG1006
            [OnMigrationEvent(Setup)]
            public void OnSetup() => _count = 1;
        #pragma warning restore NG1006
        }
        """);

    [Fact]
    public Task AnEditorconfigTurnsItOff() => HoldsWithSeverity("NG1006", "none", Device("OnSetup", "_count = 1;"));

    [Theory]
    [InlineData("{|NG1006:OnSetup|}", "_count = ")]
    [InlineData("OnSetup", "_missing = 3; missing.Add(")]
    [InlineData("{|NG1006:OnSetup|}", "this = null; (_count, ) = 3;")]
    [InlineData("OnSetup", "Deeper(Deeper(")]
    public Task HalfTypedCodeDoesNoHarm(string handler, string statements) => Survives($$"""
        class Nic
        {
            private int _count;

            [OnMigrationEvent(Setup)]
            public void {{handler}}() { {{statements}}
        """);

    private static string Device(string handler, string statements) => $$"""
        using System.Collections.Immutable;
        using System.IO;
        using System.Threading;

        class Port
        {
            public int Level;
            public Port? Inner;
            public event Action? Changed;
            public void Raise() { Level++; Changed?.Invoke(); }
            public void Look() { _ = Level; }
            public virtual void Settle() { }
            public int Add(int other) => Level + other;
        }

        interface IBackend { void Enable(); int Read(); }
        interface IDeviceLog { void Write(string text); }
        abstract class Child { public virtual void Hide() { } }

        class Nic(IBackend backend, Child child, IDeviceLog log, Stream stream)
        {
            private static int s_total;
            private readonly object _gate = new();
            private readonly Port _port = new();
            private readonly List<Port> _ports = [];
            private readonly List<int> _list = [];
            private readonly Queue<int> _queue = new();
            private readonly ImmutableArray<int> _immutable = [];
            private readonly SemaphoreSlim _semaphore = new(1);
            private readonly ManualResetEventSlim _event = new();
            private readonly System.Diagnostics.Stopwatch _clock = new();
            private readonly int[] _pages = new int[8];
            private readonly IBackend _backend = backend;
            private readonly Child _child = child;
            private readonly IDeviceLog _log = log;
            private readonly Stream _stream = stream;
            private int _count = s_total;
            private bool _frozen;
            private string? _name;

            public bool Frozen { get; private set; }

            [OnMigrationEvent(Setup)]
            public void {{handler}}()
            {
                {{statements}}
            }

            private void Freeze() => _frozen = !_frozen;
            private void Look() { if (_frozen || _name is null) { Look(); } }
            private void Deeper(int depth) { if (depth > 0) { Deeper(depth - 1); } else { Freeze(); } }
            private void OnChanged() => backend.Read();
        }
        """;
}
