using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Iterators: a call runs nothing, its consumer runs it, in turns with its own code.</summary>
public sealed class IteratorTests
{
    private const string Iterators = """
        private IEnumerable<long>? _kept;
        private IEnumerable<long> Cells() { yield return _cpu.Pc; yield return 1; }
        private IEnumerable<long> Early() { yield return _cpu.Pc; }
        private IEnumerable<long> Late() { yield return 0; yield return _cpu.Pc; }
        private IEnumerable<long> Ending() { try { yield return 0; } finally { _cpu.Pc = 0; } }
        private IEnumerable<long> Starting() { _machine.Start(); yield return 0; }
        private IEnumerable<long> StartingAtTheEnd() { yield return 0; _machine.Start(); }
        private IEnumerable<long> Paused() { using (_machine.Pause()) { yield return _cpu.Pc; } }
        private IEnumerable<long> Forwarded() { foreach (long cell in Cells()) { yield return cell; } }
        private IEnumerable<long> Plain() { yield return _mode; }
        private long Sum(IEnumerable<long> cells) { long sum = 0; foreach (long cell in cells) { sum += cell; } return sum; }
        private IEnumerable<long> Same(IEnumerable<long> cells) => cells;
        """;

    [Theory]
    [InlineData("_ = Cells();")]
    [InlineData("IEnumerable<long> cells = Cells();")]
    [InlineData("foreach (long cell in Plain()) { }")]
    [InlineData("foreach (long cell in Paused()) { _cpu.Pc = 0; }")]
    [InlineData("using (_machine.Pause()) { foreach (long cell in Cells()) { } }")]
    [InlineData("IEnumerable<long> cells = Cells(); using (_machine.Pause()) { _ = cells.Count(); }")]
    public Task WithoutAConsumerItDoesNothing(string body) => EnteredRunning(body, Iterators);

    [Theory]
    [InlineData("foreach (long cell in {|NG1001:Cells()|}) { }")]
    [InlineData("foreach (long cell in {|NG1001:Forwarded()|}) { }")]
    [InlineData("IEnumerable<long> cells = Cells(); foreach (long cell in {|NG1001:cells|}) { }")]
    [InlineData("_ = {|NG1001:Cells().ToList()|};")]
    [InlineData("_ = {|NG1001:Cells().Where(cell => cell > 0).Any()|};")]
    [InlineData("_ = {|NG1001:new List<long>(Cells())|};")]
    [InlineData("_ = {|NG1001:Sum(Cells())|};")]
    [InlineData("foreach (long cell in {|NG1001:Same(Cells())|}) { }")]
    [InlineData("foreach (long cell in {|NG1001:Ending()|}) { break; }")]
    public Task ItsConsumerRunsIt(string body) => EnteredRunning(body, Iterators);

    [Theory]
    [InlineData("foreach (long cell in Early()) { _machine.Start(); break; }")]
    [InlineData("foreach (long cell in Cells()) { } _machine.Start();")]
    [InlineData("foreach (long cell in StartingAtTheEnd()) { _cpu.Pc = cell; break; }")]
    [InlineData("_ = Cells().ToList(); _machine.Start();")]
    public Task WhatRunsBeforeTheResumeIsFine(string body) => EnteredStopped(body, Iterators);

    [Theory]
    [InlineData("foreach (long cell in {|NG1001:Late()|}) { _machine.Start(); }")]
    [InlineData("foreach (long cell in {|NG1001:Ending()|}) { _machine.Start(); }")]
    [InlineData("foreach (long cell in {|NG1001:Ending()|}) { _machine.Start(); return; }")]
    [InlineData("foreach (long cell in Starting()) { {|NG1001:_cpu.Pc|} = cell; }")]
    [InlineData("foreach (long cell in StartingAtTheEnd()) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("IEnumerable<long> cells = Cells(); _machine.Start(); foreach (long cell in {|NG1001:cells|}) { }")]
    public Task TheyTakeTurns(string body) => EnteredStopped(body, Iterators);

    [Theory]
    [InlineData("_kept = {|NG1003:Cells()|};")]
    [InlineData("_kept = {|NG1003:Cells().Select(cell => cell + 1)|};")]
    [InlineData("_kept = {|NG1003:Same(Cells())|};")]
    public Task WhatIsKeptRunsLater(string body) => EnteredStopped(body, Iterators);

    [Theory]
    [InlineData("_kept = Plain();")]
    [InlineData("_kept = Paused();")]
    [InlineData("_kept = Cells().ToList();")]
    public Task WhatIsKeptAndTouchesNothingIsFine(string body) => EnteredStopped(body, Iterators);

    // Where and Select hand each element on before they ask for the next; OrderBy asks for all of them first.
    [Theory]
    [InlineData("foreach (long cell in StartingAtTheEnd().Where(cell => cell > 0)) { _cpu.Pc = cell; }")]
    [InlineData("foreach (long cell in StartingAtTheEnd().Where(cell => cell > 0).Select(cell => cell + 1)) { _cpu.Pc = cell; break; }")]
    [InlineData("foreach (long cell in StartingAtTheEnd().OrderBy(cell => cell)) { {|NG1001:_cpu.Pc|} = cell; }")]
    [InlineData("foreach (long cell in StartingAtTheEnd().Where(cell => cell > 0)) { } {|NG1001:_cpu.Pc|} = 0;")]
    [InlineData("foreach (long cell in {|NG1001:Late().Where(cell => cell > 0)|}) { _machine.Start(); }")]
    [InlineData("foreach (long cell in {|NG1001:Ending().Where(cell => cell > 0)|}) { _machine.Start(); return; }")]
    [InlineData("foreach (long cell in {|NG1001:Starting().Select(cell => cell + _cpu.Pc)|}) { }")]
    [InlineData("foreach (long cell in Plain().Where(cell => { _machine.Start(); return cell > 0; })) { {|NG1001:_cpu.Pc|} = cell; }")]
    [InlineData("foreach (long cell in {|NG1001:Late().Where(cell => { _machine.Start(); return false; })|}) { }")]
    public Task QueriesTakeTurnsWithTheirSource(string body) => EnteredStopped(body, Iterators);

    // Whether its code concerns the VM shows only once it is known that the inner one yields.
    [Theory]
    [InlineData("foreach (long cell in {|NG1001:Walk(3)|}) { }", "_cpu.Pc = 0;")]
    [InlineData("foreach (long cell in Walk(3)) { }", "_mode = 0;")]
    public Task TheyMayEnumerateThemselves(string body, string inside) => EnteredRunning(body, $$"""
        private IEnumerable<long> Walk(int depth) { if (depth == 0) { yield break; } foreach (long cell in Walk(depth - 1)) { {{inside}} yield return cell; } yield return 0; }
        """);

    // Far more than a thread's stack holds, if each were solved inside the one that enumerates it.
    [Theory]
    [InlineData("foreach (long cell in {|NG1001:Walk0()|}) { _machine.Start(); }", "yield return _cpu.Pc;")]
    [InlineData("foreach (long cell in Walk0()) { }", "yield return _cpu.Pc;")]
    public Task TheyMayBeNestedDeeply(string body, string innermost)
    {
        const int Depth = 500;
        IEnumerable<string> walks = Enumerable.Range(0, Depth).Select(depth =>
            $"private IEnumerable<long> Walk{depth}() {{ foreach (long cell in Walk{depth + 1}()) {{ yield return cell; }} }}");
        return EnteredStopped(body, string.Join('\n', walks) + $"private IEnumerable<long> Walk{Depth}() {{ yield return 0; {innermost} }}");
    }
}
