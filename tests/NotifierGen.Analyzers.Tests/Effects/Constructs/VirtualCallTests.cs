using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Virtual and interface calls: a fact on the member is a contract, else every implementation that can be meant counts.</summary>
public sealed class VirtualCallTests
{
    private const string Queues = """
        public abstract class Queue { public abstract void Reset(); public virtual int Depth => 0; }
        public class PlainQueue : Queue { public override void Reset() { } }
        public class VcpuQueue(Cpu cpu) : Queue { public override void Reset() => cpu.Pc = 0; public override int Depth => (int)cpu.Pc; }
        public sealed class SafeQueue : Queue { public override void Reset() { } }
        public interface IPort { void Open(); void Close() { } }
        public class PlainPort : IPort { public void Open() { } }
        public class VcpuPort(Cpu cpu) : IPort { void IPort.Open() => cpu.Pc = 0; public void Open() { } }
        """;

    [Theory]
    [InlineData("{|NG1001:_queue.Reset()|};")]
    [InlineData("_ = {|NG1001:_queue.Depth|};")]
    [InlineData("Queue queue = new VcpuQueue(_cpu); {|NG1001:queue.Reset()|};")]
    [InlineData("{|NG1001:new VcpuQueue(_cpu).Reset()|};")]
    [InlineData("{|NG1001:_port.Open()|};")]
    [InlineData("{|NG1001:((IPort)new VcpuPort(_cpu)).Open()|};")]
    [InlineData("if (_queue is VcpuQueue queue) { {|NG1001:queue.Reset()|}; }")]
    public Task EveryImplementationCounts(string body) => EnteredRunning(body, "private Queue _queue = new PlainQueue(); private IPort _port = new PlainPort();", Queues);

    [Theory]
    [InlineData("new PlainQueue().Reset();")]
    [InlineData("_safe.Reset();")]
    [InlineData("if (_queue is SafeQueue safe) { safe.Reset(); }")]
    [InlineData("_port.Close();")]
    [InlineData("new VcpuPort(_cpu).Open();")]
    [InlineData("_plain.Reset();")]
    [InlineData("((SafeQueue)_queue).Reset();")]
    [InlineData("_ = _plain.Depth;")]
    public Task TheReceiverNarrowsThem(string body) => EnteredRunning(
        body,
        "private Queue _queue = new PlainQueue(); private SafeQueue _safe = new SafeQueue(); private IPort _port = new PlainPort(); private readonly Queue _plain = new PlainQueue();",
        Queues);

    [Fact]
    public Task AnInternalTypeThatNobodyCreatesIsNoTarget() => EnteredRunning(
        "_queue.Reset();",
        "private Queue _queue = new Plain();",
        """
        abstract class Queue { public abstract void Reset(); }
        class Plain : Queue { public override void Reset() { } }
        class Forgotten(Cpu cpu) : Queue { public override void Reset() => cpu.Pc = 0; }
        """);

    [Fact]
    public Task AnInternalTypeThatIsCreatedSomewhereIsOne() => EnteredRunning(
        "{|NG1001:_queue.Reset()|};",
        "private Queue _queue = new Plain();",
        """
        abstract class Queue { public abstract void Reset(); }
        class Plain : Queue { public override void Reset() { } }
        class Remembered(Cpu cpu) : Queue { public override void Reset() => cpu.Pc = 0; }
        static class Factory { public static Queue Make(Cpu cpu) => new Remembered(cpu); }
        """);

    /// <summary>[NoVmEffect] is trusted where it is written, and is only a contract for what implements it.</summary>
    [Fact]
    public Task AContractEndsTheSearch() => EnteredRunning(
        "_port.Quiesce(); {|NG1001:_device.Quiesce()|};",
        "private Device _device = new Loud(null!); private IQuiet _port = new Loud(null!);",
        """
        public interface IQuiet { [NoVmEffect] void Quiesce(); }
        public abstract class Device : IQuiet { public abstract void Quiesce(); }
        public class Loud(Cpu cpu) : Device { public override void Quiesce() => cpu.Pc = 0; }
        """);

    [Fact]
    public Task AContractThatTouchesDoesSoWhateverTheBodiesSay() => EnteredRunning(
        "{|NG1001:_cpus.Halt()|}; {|NG1001:new Silent().Halt()|};",
        "private ICpus _cpus = new Silent();",
        """
        public interface ICpus { [VcpuState] void Halt(); }
        public class Silent : ICpus { public void Halt() { } }
        """);

    [Fact]
    public Task AContractOfTheConcreteTargetBeatsItsBody() => EnteredRunning(
        "_queue.Reset();",
        "private Queue _queue = new Trusted(null!);",
        """
        public abstract class Queue { public abstract void Reset(); }
        public class Trusted(Cpu cpu) : Queue { [NoVmEffect] public override void Reset() => cpu.Pc = 0; }
        """);

    [Fact]
    public Task ImplementationsThatResumeOrPauseAreJoined() => EnteredStopped(
        "_queue.Reset(); {|NG1001:_cpu.Pc|} = 0;",
        "private Queue _queue = new Plain();",
        """
        public abstract class Queue { public abstract void Reset(); }
        public class Plain : Queue { public override void Reset() { } }
        public class Starting(Machine machine) : Queue { public override void Reset() => machine.Start(); }
        """);

    [Theory]
    [InlineData("Template template = new Touching(_cpu); {|NG1001:template.Run()|};")]
    [InlineData("{|NG1001:new Touching(_cpu).Run()|};")]
    [InlineData("IPort port = new Port(_cpu); {|NG1001:port.Open()|};")]
    [InlineData("_ = {|NG1001:new InConstructor(_cpu)|};")]
    [InlineData("{|NG1001:Box<Slot>.Clear(new Slot(_cpu))|};")]
    [InlineData("_ = {|NG1001:new Named(_cpu) == new Named(_cpu)|};")]
    public Task ACallThatEndsInAnOverrideIsFollowedThere(string body) => EnteredRunning(
        body,
        types: """
        public abstract class Template { public void Run() => Core(); protected abstract void Core(); }
        public class Touching(Cpu cpu) : Template { protected override void Core() => cpu.Pc = 0; }
        public interface IPort { void Open() => Close(); void Close(); }
        public class Port(Cpu cpu) : IPort { public void Close() => cpu.Pc = 0; }
        public class Initialised { public Initialised() => Set(); protected virtual void Set() { } }
        public class InConstructor(Cpu cpu) : Initialised { protected override void Set() => cpu.Pc = 0; }
        public interface IClearable { void Clear(); }
        public readonly struct Slot(Cpu cpu) : IClearable { public void Clear() => cpu.Pc = 0; }
        public static class Box<T> where T : IClearable { public static void Clear(T value) => value.Clear(); }
        public record Named(Cpu Cpu) { public virtual bool Equals(Named? other) => Cpu.Halted; public override int GetHashCode() => 0; }
        """);

    [Theory]
    [InlineData(32, "{|NG1001:_queue.Reset()|};", "")]
    [InlineData(33, "{|NG1099:_queue.Reset()|};", "")]
    [InlineData(33, "_queue.Reset();", "[NoVmEffect]")]
    [InlineData(33, "{|NG1001:_queue.Reset()|};", "[VcpuState]")]
    public Task AboveThirtyTwoTargetsOnlyAnnotationsCount(int count, string body, string attribute) => EnteredRunning(
        body,
        "private Queue _queue = new Queue1();",
        $"public abstract class Queue {{ {attribute} public abstract void Reset(); }} public class Queue1 : Queue {{ public override void Reset() {{ }} }}"
            + string.Concat(Enumerable.Range(2, count - 1).Select(n => $"public class Queue{n}(Cpu cpu) : Queue {{ public override void Reset() => cpu.Pc = {n}; }}")));

    [Fact]
    public Task ManyTargetsWithoutAnEffectAreFine() => EnteredRunning(
        "_queue.Reset();",
        "private Queue _queue = new Queue1();",
        "public abstract class Queue { public abstract void Reset(); }"
            + string.Concat(Enumerable.Range(1, 40).Select(n => $"public class Queue{n} : Queue {{ public override void Reset() {{ }} }}")));
}
