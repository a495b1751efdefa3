using static NotifierGen.Analyzers.Tests.Pairing.SetupDevice;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Pairing.SetupWithoutFailedAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>What of a Setup handler counts for NG1006 as a change of the device, and what does not.</summary>
public sealed class StateChangeTests
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
}
