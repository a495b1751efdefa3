using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.PausableDevice;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's pausing scope: how far it reaches, so that the code still compiles, and where none is offered.</summary>
public sealed class PauseFixExtentTests
{
    private const string Fix = nameof(PauseFix);

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
}
