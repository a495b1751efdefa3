using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.PausableDevice;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's pausing scope where the code around the touch is no plain list of statements.</summary>
public sealed class PauseFixSyntaxTests
{
    private const string Fix = nameof(PauseFix);

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
}
