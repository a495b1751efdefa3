using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's pausing scope: where it goes, and what goes into it.</summary>
public sealed class PauseFixTests
{
    private const string Fix = nameof(PauseFix);

    [Fact]
    public Task TheStatementIsPutIntoTheScope() => Mends(
        Fix,
        Device("""
            Prepare();

            // Back to the reset vector.
            {|NG1001:_cpu.PC|} = 0; // Kept.
            Prepare();
            """),
        Device("""
            Prepare();

            using (_machine.ObtainPausedState())
            {
                // Back to the reset vector.
                _cpu.PC = 0; // Kept.
            }
            Prepare();
            """));

    [Fact]
    public Task StatementsInARowShareOneScope() => Mends(
        Fix,
        Device("""
            {|NG1001:_cpu.PC|} = 0;

            // Stop it.
            {|NG1001:_cpu.Halted|} = true;
            Prepare();
            {|NG1001:_cpu.Reset()|};
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                _cpu.PC = 0;

                // Stop it.
                _cpu.Halted = true;
            }
            Prepare();
            using (_machine.ObtainPausedState())
            {
                _cpu.Reset();
            }
            """));

    [Fact]
    public Task NestedTouchesNeedNoScopeOfTheirOwn() => Mends(
        Fix,
        Device("""
            if ({|NG1001:_cpu.Halted|})
            {
                Prepare();
                {|NG1001:_cpu.PC|} = 0;
            }

            foreach (int id in new[] { _cpu.Id })
            {
                {|NG1001:_cpu.PC|} = id;
                {|NG1001:_cpu.PC|} += id;
            }
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                if (_cpu.Halted)
                {
                    Prepare();
                    _cpu.PC = 0;
                }
            }

            foreach (int id in new[] { _cpu.Id })
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.PC = id;
                    _cpu.PC += id;
                }
            }
            """));

    [Fact]
    public Task AStatementWithoutABlockGetsOne() => Mends(
        Fix,
        Device("""
            if (_cpu.Id == 1)
                {|NG1001:_cpu.PC|} = 0;
            else if (_cpu.Id == 2)
                {|NG1001:_cpu.PC|} = 1; // Kept.
            else
                {|NG1001:_cpu.Reset()|};

            while (_cpu.Id == 3) {|NG1001:_cpu.PC|} = 2;
            """),
        Device("""
            if (_cpu.Id == 1)
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.PC = 0;
                }
            }
            else if (_cpu.Id == 2)
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.PC = 1; // Kept.
                }
            }
            else
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.Reset();
                }
            }

            while (_cpu.Id == 3)
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.PC = 2;
                }
            }
            """));

    [Fact]
    public Task WhatUsesADeclaredLocalComesAlong() => Mends(
        Fix,
        Device("""
            long pc = {|NG1001:_cpu.PC|}, next = pc + 4;
            Prepare();
            {|NG1001:_cpu.TryRead(1, out long read)|};
            Save(pc);
            if (read == 1)
            {
                Save(next);
            }

            Prepare();
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                long pc = _cpu.PC, next = pc + 4;
                Prepare();
                _cpu.TryRead(1, out long read);
                Save(pc);
                if (read == 1)
                {
                    Save(next);
                }
            }

            Prepare();
            """));

    [Fact]
    public Task WhatIsHeldToTheEndOfTheBlockKeepsTheRestInside() => Mends(
        Fix,
        Device("""
            using IDisposable held = Hold({|NG1001:_cpu.PC|});
            Prepare();
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                using IDisposable held = Hold(_cpu.PC);
                Prepare();
            }
            """));

    [Fact]
    public Task TheSectionOfASwitchIsAList() => Mends(
        Fix,
        Device("""
            switch (_cpu.Id)
            {
                case 1:
                    {|NG1001:_cpu.PC|} = 0;
                    {|NG1001:_cpu.PC|} = 1;
                    break;
                default:
                    return;
            }
            """),
        Device("""
            switch (_cpu.Id)
            {
                case 1:
                    using (_machine.ObtainPausedState())
                    {
                        _cpu.PC = 0;
                        _cpu.PC = 1;
                    }
                    break;
                default:
                    return;
            }
            """));

    [Fact]
    public Task ALambdaThatRunsInTheStatementIsNotTornApart() => Mends(
        Fix,
        Device("{|NG1001:new List<Cpu> { _cpu }.ForEach(cpu => { cpu.PC = 0; })|};"),
        Device("""
            using (_machine.ObtainPausedState())
            {
                new List<Cpu> { _cpu }.ForEach(cpu => { cpu.PC = 0; });
            }
            """));

    [Fact]
    public Task ACallIsPausedAroundAndNotWhatItCalls() => Mends(
        Fix,
        Device("""
            void Rewind() => _cpu.PC = 0;
            {|NG1001:Rewind()|};
            {|NG1001:Clear(_cpu)|};
            """),
        Device("""
            void Rewind() => _cpu.PC = 0;
            using (_machine.ObtainPausedState())
            {
                Rewind();
                Clear(_cpu);
            }
            """));

    [Fact]
    public Task AnExpressionBecomesABlock() => Mends(
        Fix,
        """
        class Nic(IMachine machine, Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed() => {|NG1001:cpu.PC|} = 0; // Kept.

            // Also kept.
            [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
            public void OnReclaimed()
                // The reset vector.
                => {|NG1001:cpu.PC|} = 0;
        }
        """,
        """
        class Nic(IMachine machine, Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed()
            {
                using (machine.ObtainPausedState())
                {
                    cpu.PC = 0; // Kept.
                }
            }

            // Also kept.
            [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
            public void OnReclaimed()
            {
                using (machine.ObtainPausedState())
                {
                    // The reset vector.
                    cpu.PC = 0;
                }
            }
        }
        """);

    [Fact]
    public Task ABodyOnOneLineIsSpread() => Mends(
        Fix,
        """
        class Nic(IMachine machine, Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed() { {|NG1001:cpu.PC|} = 0; }
        }
        """,
        """
        class Nic(IMachine machine, Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed()
            {
                using (machine.ObtainPausedState())
                {
                    cpu.PC = 0;
                }
            }
        }
        """);

    [Fact]
    public Task AScopeThatIsThereAlreadyTakesItsNeighboursIn() => Mends(
        Fix,
        Device("""
            {|NG1001:_cpu.PC|} = 0;

            // Then the rest.
            using (_machine.ObtainPausedState())
            {
                _cpu.Halted = true;
            }

            {|NG1001:_cpu.Reset()|};
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                _cpu.PC = 0;

                // Then the rest.
                _cpu.Halted = true;

                _cpu.Reset();
            }
            """));

    [Fact]
    public Task ATouchAfterAResumeIsPausedToo() => Mends(
        Fix,
        Device(
            """
            _machine.Start();
            {|NG1001:_cpu.PC|} = 0;
            """,
            "Phase.BeforeVmStart"),
        Device(
            """
            _machine.Start();
            using (_machine.ObtainPausedState())
            {
                _cpu.PC = 0;
            }
            """,
            "Phase.BeforeVmStart"));

    [Fact]
    public Task MendingAllAtOnceNestsNoScopes() => Mends(
        Fix,
        Device("""
            if ({|NG1001:_cpu.Halted|})
            {
                foreach (int id in new[] { _cpu.Id })
                {
                    {|NG1001:_cpu.PC|} = id;
                }
            }

            {|NG1001:Clear(_cpu)|};
            if (_cpu.Id == 1)
            {
                {|NG1001:_cpu.PC|} = {|NG1001:_cpu.PC|} + 4;
                using (_machine.ObtainPausedState())
                {
                    _cpu.Reset();
                }
            }
            """),
        Device("""
            using (_machine.ObtainPausedState())
            {
                if (_cpu.Halted)
                {
                    foreach (int id in new[] { _cpu.Id })
                    {
                        _cpu.PC = id;
                    }
                }

                Clear(_cpu);
            }
            if (_cpu.Id == 1)
            {
                using (_machine.ObtainPausedState())
                {
                    _cpu.PC = _cpu.PC + 4;
                    _cpu.Reset();
                }
            }
            """));

    [Theory]
    [InlineData("{|NG1001:_cpu.PC|} = _machine.StartAt(0);")]
    [InlineData("long pc = {|NG1001:_cpu.PC|}; _machine.Start(); Save(pc);")]
    public Task AResumeIsNeverPutIntoAScope(string body) => IsNotOffered(Fix, Device(body));

    [Theory]
    [InlineData("long pc = {|NG1001:_cpu.PC|}; Later(); void Later() => Save(pc);")]
    [InlineData("long pc = {|NG1001:_cpu.PC|}; again: Save(pc); if (_cpu.Id == 2) { goto again; }")]
    [InlineData("switch (_cpu.Id) { case 1: long pc = {|NG1001:_cpu.PC|}; break; default: pc = 1; Save(pc); break; }")]
    [InlineData("{|NG1001:_cpu.PC|} = 0\n#if !X\n + 1\n#endif\n;")]
    public Task WhatABlockWouldBreakIsLeftAlone(string body) => IsNotOffered(Fix, Device(body));

    [Fact]
    public Task ALabelledStatementStaysALabelledStatement() => Mends(
        Fix,
        Device("""
            goto reset;
            reset:
            {|NG1001:_cpu.PC|} = 0;
            """),
        Device("""
            goto reset;
            reset:
            using (_machine.ObtainPausedState())
            {
                _cpu.PC = 0;
            }
            """));

    [Fact]
    public Task DirectivesAboveTheStatementStayThere() => Mends(
        Fix,
        Device("""
            #region Reset
            // First.
            {|NG1001:_cpu.PC|} = 0;
            #endregion
            """),
        Device("""
            #region Reset
            using (_machine.ObtainPausedState())
            {
                // First.
                _cpu.PC = 0;
            }
            #endregion
            """));

    private static string Device(string body, string phase = "Phase.AfterVmStart")
    {
        string indented = string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return $$"""
            class Nic
            {
                private readonly Cpu _cpu = new Cpu();
                private readonly IMachine _machine = null!;

                [OnMigrationEvent(Failed, {{phase}}, RequiresStoppedVm = true)]
                public void OnFailed()
                {
            {{indented}}
                }

                private void Prepare() { }

                private void Save(long value) { }

                private static void Clear(Cpu cpu) => cpu.PC = 0;

                private IDisposable Hold(long value) => null!;
            }
            """;
    }
}
