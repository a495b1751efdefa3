using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchWhileMaybeRunningCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1002's second fix: the touch is left out where the vCPUs are not known to be stopped.</summary>
public sealed class GuardFixTests
{
    private const string Fix = nameof(GuardFix);

    [Theory]
    [InlineData("in MigrationContext context", "context")]
    [InlineData("in MigrationContext @event", "@event")]
    [InlineData("in NotifierGen.MigrationContext c", "c")]
    public Task TheContextAtHandIsAsked(string parameter, string name) => Mends(
        Fix,
        Device(parameter, """
            Prepare();

            // Back to the reset vector.
            {|NG1002:_cpu.PC|} = 0;
            long pc = {|NG1002:_cpu.PC|};
            Prepare();
            Save(pc);

            Prepare();
            if (_cpu.Id == 1) {|NG1002:_cpu.Reset()|};
            """),
        Device(parameter, $$"""
            Prepare();

            if ({{name}}.VcpusStopped)
            {
                // Back to the reset vector.
                _cpu.PC = 0;
                long pc = _cpu.PC;
                Prepare();
                Save(pc);
            }

            Prepare();
            if (_cpu.Id == 1)
            {
                if ({{name}}.VcpusStopped)
                {
                    _cpu.Reset();
                }
            }
            """));

    [Fact]
    public Task AHandlerWithoutAContextGetsOne() => Mends(
        Fix,
        """
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed)]
            public void OnFailed() => {|NG1002:_cpu.PC|} = 0;

            [OnMigrationEvent(Failed, Order = 1)]
            public void OnFailedToo()
            {
                {|NG1002:_cpu.PC|} = 0;
                foreach (int context in new[] { 1 })
                {
                    {|NG1002:_cpu.PC|} = context;
                }
            }
        }
        """,
        """
        class Nic
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed)]
            public void OnFailed(in MigrationContext context)
            {
                if (context.VcpusStopped)
                {
                    _cpu.PC = 0;
                }
            }

            [OnMigrationEvent(Failed, Order = 1)]
            public void OnFailedToo(in MigrationContext migrationContext)
            {
                if (migrationContext.VcpusStopped)
                {
                    _cpu.PC = 0;
                }
                foreach (int context in new[] { 1 })
                {
                    if (migrationContext.VcpusStopped)
                    {
                        _cpu.PC = context;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task ALambdaCannotSeeTheContextSoItsStatementIsGuarded() => Mends(
        Fix,
        Device("in MigrationContext context", "{|NG1002:new List<Cpu> { _cpu }.ForEach(cpu => { cpu.PC = 0; })|};"),
        Device("in MigrationContext context", """
            if (context.VcpusStopped)
            {
                new List<Cpu> { _cpu }.ForEach(cpu => { cpu.PC = 0; });
            }
            """));

    [Fact]
    public Task TheCallOfALocalFunctionIsGuardedAndNotItsBody() => Mends(
        Fix,
        Device("in MigrationContext context", """
            void Rewind() => _cpu.PC = 0;
            {|NG1002:Rewind()|};
            """),
        Device("in MigrationContext context", """
            void Rewind() => _cpu.PC = 0;
            if (context.VcpusStopped)
            {
                Rewind();
            }
            """));

    [Fact]
    public Task AGuardThatIsThereAlreadyTakesItsNeighboursIn() => Mends(
        Fix,
        Device("in MigrationContext context", """
            {|NG1002:_cpu.PC|} = 0;
            if (context.VcpusStopped)
            {
                _cpu.Halted = true;
            }
            """),
        Device("in MigrationContext context", """
            if (context.VcpusStopped)
            {
                _cpu.PC = 0;
                _cpu.Halted = true;
            }
            """));

    [Theory]
    [InlineData("if ({|NG1002:_cpu.Halted|}) { return; } Prepare();")]
    [InlineData("throw new Exception({|NG1002:_cpu.PC|}.ToString());")]
    [InlineData("long pc; pc = {|NG1002:_cpu.PC|}; Save(pc);")]
    [InlineData("long pc; {|NG1002:_cpu.TryRead(1, out pc)|}; Save(pc);")]
    [InlineData("while (true) { if ({|NG1002:_cpu.Halted|}) { break; } }")]
    public Task WhatCannotBeLeftOutIsNotGuarded(string body) => IsNotOffered(Fix, Device("in MigrationContext context", body));

    [Theory]
    [InlineData("public virtual void OnFailed()", "")]
    [InlineData("public void OnFailed()", "public void OnFailed(int again) { }")]
    [InlineData("public void OnFailed()", "public void Retry() => OnFailed();")]
    [InlineData("private void OnFailed()", "public Action Retry => OnFailed;")]
    [InlineData("public void OnFailed()", "void Other() { int context = 1; int migrationContext = context; }", "int context = 1, migrationContext = context;")]
    [InlineData("public override void Halt()", "")]
    [InlineData("public void Stop()", "")]
    public Task WhereAParameterWouldBreakSomebodyNoneIsAdded(string handler, string others, string before = "") => IsNotOffered(Fix, $$"""
        abstract class Device { public virtual void Halt() { } }
        interface IStoppable { void Stop() { } }
        partial class Nic : Device, IStoppable
        {
            private readonly Cpu _cpu = new Cpu();

            [OnMigrationEvent(Failed)]
            {{handler}}
            {
                {{before}}
                {|NG1002:_cpu.PC|} = 0;
            }

            {{others}}
        }
        """);

    [Fact]
    public Task ACallInAnotherProjectCountsToo()
    {
        const string Source = """
            public class Nic
            {
                private readonly Cpu _cpu = new Cpu();

                [OnMigrationEvent(Failed)]
                public void OnFailed() => {|NG1002:_cpu.PC|} = 0;
            }
            """;
        var test = Test(Fix, Source, Source);
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            var caller = state.AdditionalProjects["Caller"];
            caller.ReferenceAssemblies = NotifierGen.Analyzers.Tests.Testing.DeviceProject.Framework;
            caller.AdditionalReferences.AddRange(NotifierGen.Analyzers.Tests.Testing.DeviceProject.References);
            caller.AdditionalProjectReferences.Add("TestProject");
            caller.Sources.Add(("Caller.cs", "class Caller { void Call(Nic nic) => nic.OnFailed(); }"));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Device(string parameter, string body)
    {
        string indented = string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return $$"""
            class Nic
            {
                private readonly Cpu _cpu = new Cpu();

                [OnMigrationEvent(Failed)]
                public void OnFailed({{parameter}})
                {
            {{indented}}
                }

                private void Prepare() { }

                private void Save(long value) { }
            }
            """;
    }
}
