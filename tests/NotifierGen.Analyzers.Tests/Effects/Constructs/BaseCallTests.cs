using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>base.M() runs that method and no override.</summary>
public sealed class BaseCallTests
{
    private const string Usings = "using Board;\n";

    [Fact]
    public Task ACallOfTheBaseRunsItsMethod() => Run(Project(Usings + """
        public class Device(Cpu cpu)
        {
            protected Cpu Cpu { get; } = cpu;
            protected virtual void Reset() => Cpu.Pc = 0;
            protected virtual long Pc => Cpu.Pc;
        }

        public sealed class Nic(Cpu cpu) : Device(cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed()
            {
                {|NG1001:base.Reset()|};
                _ = {|NG1001:base.Pc|};
            }

            protected override void Reset() { }
            protected override long Pc => 0;
        }
        """));

    [Fact]
    public Task NotItsOverrides() => Run(Project(Usings + """
        public class Device(Cpu cpu)
        {
            protected Cpu Cpu { get; } = cpu;
            protected virtual void Reset() { }
            protected virtual long Pc => 0;
        }

        public class Nic(Cpu cpu) : Device(cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed()
            {
                base.Reset();
                _ = base.Pc;
            }

            protected override void Reset() => Cpu.Pc = 0;
            protected override long Pc => Cpu.Pc;
        }
        """));

    [Fact]
    public Task ACallOfTheOwnMethodMayRunOverrides() => Run(Project(Usings + """
        public class Nic(Cpu cpu)
        {
            protected Cpu Cpu { get; } = cpu;

            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed() => {|NG1001:Reset()|};

            protected virtual void Reset() { }
        }

        public class FastNic(Cpu cpu) : Nic(cpu)
        {
            protected override void Reset() => Cpu.Pc = 0;
        }
        """));
}
