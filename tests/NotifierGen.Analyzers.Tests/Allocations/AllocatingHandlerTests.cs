using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NotifierGen.Analyzers.Allocations;
using NotifierGen.Analyzers.Tests.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Allocations.AllocatingHandlerAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Allocations;

/// <summary>NG2001: what a handler allocates, the guest's downtime may pay for.</summary>
public sealed class AllocatingHandlerTests
{
    [Theory]
    [InlineData("object boxed = {|NG2001:_count|}; _any = boxed;")]
    [InlineData("Take({|NG2001:_count|});")]
    [InlineData("IComparable comparable = {|NG2001:Phase.AfterVmStart|}; _any = comparable;")]
    [InlineData("_later = {|NG2001:() => _count++|};")]
    [InlineData("int local = 3; _later = {|NG2001:() => Console.Write(local)|};")]
    [InlineData("_later = {|NG2001:Work|};")]
    [InlineData("{|NG2001:Many(1, 2)|};")]
    [InlineData("_any = {|NG2001:new object()|};")]
    [InlineData("var list = {|NG2001:new List<int>()|}; list.Add(1);")]
    [InlineData("var pages = {|NG2001:new int[3]|}; pages[0] = 1;")]
    [InlineData("int[] pages = {|NG2001:[1, _count]|}; pages[0] = 1;")]
    [InlineData("_any = {|NG2001:new { _count }|};")]
    [InlineData("_name = {|NG2001:$\"{_count} pages\"|};")]
    [InlineData("_name = {|NG2001:_name + _count + \"!\"|};")]
    [InlineData("{|NG2001:_name += \"!\"|};")]
    [InlineData("_name = {|NG2001:_count.ToString()|};")]
    [InlineData("_name = {|NG2001:_name.Substring(1)|};")]
    [InlineData("_name = {|NG2001:string.Join(',', _names)|};")]
    [InlineData("{|NG2001:foreach|} (int page in _sequence) { _count += page; }")]
    [InlineData("_any = {|NG2001:_names.Where(static name => name != null)|};")]
    [InlineData("_record = {|NG2001:_record with { Count = 3 }|};")]
    [InlineData("try { Work(); } finally { _any = {|NG2001:new object()|}; }")]
    public Task AnAllocationIsReported(string statements) => Holds(Device(statements).Replace("{|NG2001:foreach|} (int page in _sequence) { _count += page; }", "{|NG2001:foreach (int page in _sequence) { _count += page; }|}", StringComparison.Ordinal));

    [Theory]
    [InlineData("_count++; Work();")]
    [InlineData("_later = static () => Console.Write(3);")]
    [InlineData("const int Three = 3; _later = () => Console.Write(Three);")]
    [InlineData("_later = Shared;")]
    [InlineData("Many();")]
    [InlineData("Local(); void Local() => _any = new object();")]
    [InlineData("_name = \"a\" + \"b\"; _name = nameof(_count);")]
    [InlineData("_name = $\"constant\";")]
    [InlineData("foreach (int page in _pages) { _count += page; }")]
    [InlineData("foreach (string name in _names) { _name = name; }")]
    [InlineData("foreach (char c in _name) { _count += c; }")]
    [InlineData("Span<int> pages = stackalloc int[3]; pages[0] = 1;")]
    [InlineData("ReadOnlySpan<byte> bytes = [1, 2]; _count = bytes[0];")]
    [InlineData("ReadOnlySpan<int> numbers = new[] { 1, 2 }; _count = numbers[0];")]
    [InlineData("int[] none = []; _pages[0] = none.Length;")]
    [InlineData("var point = new Point(1, 2); _count = point.X;")]
    [InlineData("(int a, int b) = (1, 2); _count = a + b;")]
    [InlineData("if (_count > 3) { throw new InvalidOperationException($\"{_count}\"); }")]
    [InlineData("try { Work(); } catch (Exception e) { _name = e.Message + \"!\"; }")]
    [InlineData("_count = _names.Count(); _name = _names.First();")]
    [InlineData("_name = _name.ToString(); _count = _name.Length;")]
    [InlineData("if (_any is int number) { _count = number; }")]
    public Task WhatAllocatesNothingOrOnlyWhenSomethingIsWrongIsFine(string statements) => Holds(Device(statements));

    [Fact]
    public Task OtherMethodsMayAllocate() => Holds("""
        class Nic
        {
            private object? _any;

            [OnMigrationEvent(Failed)]
            public void OnFailed() => Work();

            private void Work() => _any = new object();
        }
        """);

    [Fact]
    public Task TheMessageSaysWhat() => Holds(
        """
        class Nic
        {
            private object? _any;

            [OnMigrationEvent(Failed)]
            public void OnFailed() => _any = {|#0:new List<int>()|};

            [OnMigrationEvent(Done)]
            public void OnDone() => _any = {|#1:3|};
        }
        """,
        new DiagnosticResult(Descriptors.AllocatingHandler).WithLocation(0).WithArguments("Failed", "Nic.OnFailed", "a new 'List<int>'"),
        new DiagnosticResult(Descriptors.AllocatingHandler).WithLocation(1).WithArguments("Done", "Nic.OnDone", "'int' is boxed"));

    [Fact]
    public async Task ItIsOffUnlessAskedFor()
    {
        Compilation compilation = Library.Generate("Devices", Device("_any = new object();"), OutputKind.DynamicallyLinkedLibrary, out _);
        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([new AllocatingHandlerAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Empty(reported);
    }

    [Fact]
    public Task AnEditorconfigMakesItAWarning() => HoldsWithSeverity("NG2001", "warning", Device("_any = {|NG2001:new object()|};"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds(Device("""

        #pragma warning disable NG2001
                _any = new object();
        #pragma warning restore NG2001
        """));

    [Theory]
    [InlineData("_any = missing + ")]
    [InlineData("foreach (var x in missing) {")]
    [InlineData("_any = () => missing; foreach (var")]
    public Task HalfTypedCodeDoesNoHarm(string statements) => Survives("""
        class Nic
        {
            private object? _any;

            [OnMigrationEvent(Done)]
            public void OnDone() {
        """ + statements);

    private static string Device(string statements) => $$"""
        #nullable disable warnings
        #pragma warning disable CS0414, CS0649

        using System.Linq;

        readonly record struct Point(int X, int Y);

        record Settings(int Count);

        class Nic
        {
            private readonly int[] _pages = new int[8];
            private readonly List<string> _names = new();
            private readonly IEnumerable<int> _sequence = new List<int>();
            private Settings _record = new(1);
            private int _count;
            private string? _name;
            private object? _any;
            private Action? _later;

            [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
            public void OnFailed()
            {
                {{statements}}
            }

            private void Work() { }
            private void Take(object any) { }
            private static void Shared() { }
            private void Many(params int[] numbers) { }
        }
        """;
}
