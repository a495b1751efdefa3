using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.TouchAfterResumeCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1001's fix for a handler that resumes the VM too early: the touch goes first.</summary>
public sealed class AboveResumeFixTests
{
    private const string Fix = nameof(AboveResumeFix);

    [Fact]
    public Task TheTouchGoesFirst() => Mends(
        Fix,
        Device("""
            Log("failed");

            // Let it go on.
            _machine.Start(); // Kept.

            // Back to the reset vector.
            {|NG1001:_cpu.PC|} = 0; // Also kept.

            Log("done");
            """),
        Device("""
            Log("failed");

            // Back to the reset vector.
            _cpu.PC = 0; // Also kept.
            // Let it go on.
            _machine.Start(); // Kept.

            Log("done");
            """));

    [Fact]
    public Task SeveralTouchesKeepTheirOrder() => Mends(
        Fix,
        Device("""
            _machine.Start();
            long pc = {|NG1001:_cpu.PC|};
            {|NG1001:_cpu.PC|} = pc + 4;
            Log("started");
            {|NG1001:_cpu.Halted|} = true;
            """),
        Device("""
            long pc = _cpu.PC;
            _cpu.PC = pc + 4;
            _cpu.Halted = true;
            _machine.Start();
            Log("started");
            """));

    [Fact]
    public Task ABlockInsideIsAListLikeAnyOther() => Mends(
        Fix,
        Device("""
            switch (_count)
            {
                case 1:
                    _machine.Start();
                    {|NG1001:_cpu.PC|} = 0;
                    break;
                case 2:
                    if (_other > 1)
                    {
                        Log("two");
                    }
                    break;
            }
            """),
        Device("""
            switch (_count)
            {
                case 1:
                    _cpu.PC = 0;
                    _machine.Start();
                    break;
                case 2:
                    if (_other > 1)
                    {
                        Log("two");
                    }
                    break;
            }
            """));

    [Fact]
    public Task WhatStoodOnOneLineIsSpread() => Mends(
        Fix,
        Device("if (_count > 1) { _machine.Start(); {|NG1001:_cpu.PC|} = 0; }"),
        Device("""
            if (_count > 1)
            {
                _cpu.PC = 0;
                _machine.Start();
            }
            """));

    [Theory]
    [InlineData("_machine.Start(); _other = 1; {|NG1001:_cpu.PC|} = _count;", "{|NG1001:_cpu.PC|} = _count;")]
    [InlineData("_machine.Start(); int next = _count; {|NG1001:_cpu.PC|} = 0;", "{|NG1001:_cpu.PC|} = 0;")]
    [InlineData("int was = 1; _machine.Start(); Log(\"a\"); {|NG1001:_cpu.PC|} = was;", "{|NG1001:_cpu.PC|} = was;")]
    [InlineData("int first = _machine.StartAt(1); Log(\"a\"); {|NG1001:_cpu.PC|} = Fixed;", "{|NG1001:_cpu.PC|} = Fixed;")]
    public async Task WhatItDoesNotDependOnMayStandBetween(string body, string touch)
    {
        string mended = touch.Replace("{|NG1001:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        string resume = body.Contains("int first", StringComparison.Ordinal) ? "int first" : "_machine.Start();";
        string moved = body.Replace(" " + touch, "", StringComparison.Ordinal).Replace(resume, mended + " " + resume, StringComparison.Ordinal);
        await Mends(Fix, Device(Lines(body)), Device(Lines(moved)));
    }

    [Theory]

    // Locals.
    [InlineData("int started = _machine.StartAt(1); {|NG1001:_cpu.PC|} = started;")]
    [InlineData("int next = 0; _machine.Start(); next = 1; {|NG1001:_cpu.PC|} = next;")]
    [InlineData("long next = 0; _machine.Start(); Log(next.ToString()); next = {|NG1001:_cpu.PC|};")]
    [InlineData("long next = 0; _machine.Start(); next = 1; {|NG1001:_cpu.TryRead(1, out next)|};")]

    // Fields.
    [InlineData("_count = _machine.StartAt(1); {|NG1001:_cpu.PC|} = _count;")]
    [InlineData("_machine.Start(); _count++; {|NG1001:_cpu.PC|} = _count;")]
    [InlineData("_machine.Start(); _pair.X = 1; {|NG1001:_cpu.PC|} = _pair.Sum();")]
    [InlineData("_machine.Start(); _numbers[0] = 1; {|NG1001:_cpu.PC|} = _numbers.Length;")]
    [InlineData("_machine.Start(); Log(\"a\"); {|NG1001:_cpu.PC|} = _count;")]
    [InlineData("_machine.Start(); Log(\"a\"); {|NG1001:_cpu.PC|} = Next();")]

    // Ways around.
    [InlineData("while (_count > 1) { _machine.Start(); {|NG1001:_cpu.PC|} = 0; }")]
    [InlineData("again: _machine.Start(); {|NG1001:_cpu.PC|} = 0; if (_count > 1) { goto again; }")]
    [InlineData("if (_count > 1) { _machine.Start(); } else { return; } {|NG1001:_cpu.PC|} = 0;")]
    [InlineData("_machine.Start(); if (_count > 1) { return; } {|NG1001:_cpu.PC|} = 0;")]
    [InlineData("_machine.Start(); if (_count > 1) { {|NG1001:_cpu.PC|} = 0; }")]
    [InlineData("_machine.Start(); using IDisposable held = Hold({|NG1001:_cpu.PC|});")]
    [InlineData("_machine.Start();\n#if !X\n{|NG1001:_cpu.PC|} = 0;\n#endif")]
    [InlineData("{|NG1001:_cpu.PC|} = _machine.StartAt(1) + {|NG1001:_cpu.PC|};", "Phase.AfterVmStart")]
    public Task WhatItDependsOnKeepsItWhereItIs(string body, string phase = "Phase.BeforeVmStart") => IsNotOffered(Fix, Device(body, phase));

    private static string Lines(string statements) => statements.Replace("; ", ";\n", StringComparison.Ordinal);

    private static string Device(string body, string phase = "Phase.BeforeVmStart")
    {
        string indented = string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return $$"""
            class Nic
            {
                private const int Fixed = 1;
                private readonly Cpu _cpu = new Cpu();
                private readonly IMachine _machine = null!;
                private readonly int[] _numbers = new int[1];
                private int _count;
                private int _other;
                private Pair _pair;

                [OnMigrationEvent(Failed, {{phase}}, RequiresStoppedVm = true)]
                public void OnFailed()
                {
            {{indented}}
                }

                private void Log(string text) { }

                private int Next() => _other++;

                private IDisposable Hold(long value) => null!;
            }

            struct Pair { public int X; public int Sum() => X; }
            """;
    }
}
