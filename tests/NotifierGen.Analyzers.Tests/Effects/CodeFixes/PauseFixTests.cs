using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.PausableDevice;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's pausing scope: where it goes, and what shares one.</summary>
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
}
