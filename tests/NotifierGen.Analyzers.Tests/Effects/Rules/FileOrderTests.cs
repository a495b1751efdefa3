using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>
/// Where several ways lead to a touch, the message tells the shortest, and of equally short ones that of the first file by path: whatever the order
/// in which the build names the files.
/// </summary>
public sealed class FileOrderTests
{
    [Fact]
    public Task OfSeveralImplementationsTheFirstFileIsNamed() => SaysInAnyOrder(
        "NG1001 Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run: OnFailed -> A.Do (A.cs:1) [A.cs:1]",
        """
        public sealed class Nic(IPart part) { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() => part.Do(); }
        public interface IPart { void Do(); }
        """,
        ("C.cs", "public sealed class C(Board.Cpu cpu) : IPart { public void Do() => cpu.Reset(); }"),
        ("A.cs", "public sealed class A(Board.Cpu cpu) : IPart { public void Do() => cpu.Pc = 0; }"),
        ("B.cs", "public sealed class B(Board.Cpu cpu) : IPart { public void Do() => cpu.Halted = true; }"));

    [Fact]
    public Task AShorterWayIsBetterThanAnEarlierFile() => SaysInAnyOrder(
        "NG1001 Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Flags' in Phase.AfterVmStart, when the vCPUs may run: OnFailed -> C.Do (C.cs:1) [C.cs:1]",
        """
        public sealed class Nic(IPart part) { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() => part.Do(); }
        public interface IPart { void Do(); }
        """,
        ("C.cs", "public sealed class C(Board.Cpu cpu) : IPart { public void Do() => cpu.Flags = 1; }"),
        ("A.cs", "public sealed class A(Board.Cpu cpu) : IPart { public void Do() => Zero(); private void Zero() => cpu.Pc = 0; }"),
        ("B.cs", "public sealed class B(Board.Cpu cpu) : IPart { public void Do() => Zero(); private void Zero() => cpu.Halted = true; }"));

    [Fact]
    public Task OfSeveralImplementationsThatResumeTheFirstFileIsNamed() => SaysInAnyOrder(
        """
        NG1001 Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' after the VM is resumed by 'Machine.Start' (line 1) [Nic.cs:1]
        NG1004 Failed handler 'Nic.OnFailed' resumes the VM by 'Machine.Start' before the other devices have been told; the session starts the VM when the phase is over: OnFailed -> A.Do (A.cs:1) [A.cs:1]
        """,
        """
        public sealed class Nic(IPart part, Board.Cpu cpu) { [OnMigrationEvent(Failed, RequiresStoppedVm = true)] public void OnFailed() { part.Do(); cpu.Pc = 0; } }
        public interface IPart { void Do(); }
        """,
        ("C.cs", "public sealed class C(NotifierGen.IVirtualMachine vm) : IPart { public void Do() => vm.Start(); }"),
        ("A.cs", "public sealed class A(Board.Machine machine) : IPart { public void Do() => machine.Start(); }"),
        ("B.cs", "public sealed class B : IPart { public void Do() => System.Console.WriteLine(); }"));

    [Fact]
    public Task OfSeveralDelegatesInAFieldTheFirstFileIsNamed() => SaysInAnyOrder(
        "NG1001 Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run: OnFailed -> lambda (A.cs:1) [A.cs:1]",
        """
        public sealed class Nic { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() => Store.Code(); }
        internal static class Store { internal static Action Code = static () => { }; }
        """,
        ("C.cs", "internal sealed class C(Board.Cpu cpu) { internal void Set() => Store.Code = () => cpu.Reset(); }"),
        ("A.cs", "internal sealed class A(Board.Cpu cpu) { internal void Set() => Store.Code = () => cpu.Pc = 0; }"),
        ("B.cs", "internal sealed class B(Board.Cpu cpu) { internal void Set() => Store.Code = () => cpu.Halted = true; }"));

    [Fact]
    public Task OfSeveralSubscribersOfAnEventTheFirstFileIsNamed() => SaysInAnyOrder(
        "NG1001 Failed handler 'Nic.OnFailed' writes vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run: OnFailed -> A.OnReset (A.cs:1) [A.cs:1]",
        """
        public sealed class Nic { internal event Action? Reset; [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() => Reset?.Invoke(); }
        """,
        ("C.cs", "internal sealed class C(Board.Cpu cpu, Nic nic) { internal void Set() => nic.Reset += () => cpu.Reset(); }"),
        ("A.cs", "internal sealed class A(Board.Cpu cpu, Nic nic) { internal void Set() => nic.Reset += OnReset; private void OnReset() => cpu.Pc = 0; }"),
        ("B.cs", "internal sealed class B(Board.Cpu cpu, Nic nic) { internal void Set() => nic.Reset += () => cpu.Halted = true; }"));

    [Fact]
    public Task OfTheInitialisersOfAPartialClassTheFirstFileIsNamed() => SaysInAnyOrder(
        "NG1001 Failed handler 'Nic.OnFailed' reads vCPU state 'Cpu.Pc' in Phase.AfterVmStart, when the vCPUs may run: OnFailed -> Saved.new (A.cs:1) -> Saved.Pc (A.cs:1) [A.cs:1]",
        """
        public sealed class Nic { internal static Board.Cpu Cpu = new Board.Cpu(); [OnMigrationEvent(Failed, Phase.AfterVmStart)] public object OnFailed() => new Saved(); }
        """,
        ("C.cs", "internal sealed partial class Saved { internal bool Halted = Nic.Cpu.Halted; }"),
        ("A.cs", "internal sealed partial class Saved { internal long Pc = Nic.Cpu.Pc; }"),
        ("B.cs", "internal sealed partial class Saved { internal long Flags = Nic.Cpu.Flags; }"));

    [Fact]
    public Task OfSeveralThingsThatCannotBeDecidedTheFirstFileIsNamed() => SaysInAnyOrder(
        "NG1099 What 'Nic.OnFailed' does to the VM cannot be decided here: a delegate comes from where it is not followed: OnFailed -> A.Do (A.cs:1) [A.cs:1]",
        """
        public sealed class Nic(IPart part) { [OnMigrationEvent(Failed, Phase.AfterVmStart)] public void OnFailed() => part.Do(); }
        public interface IPart { void Do(); }
        """,
        ("C.cs", "public sealed class C(Action c) : IPart { public void Do() => c(); }"),
        ("A.cs", "public sealed class A(Action a) : IPart { public void Do() => a(); }"),
        ("B.cs", "public sealed class B(Action b) : IPart { public void Do() => b(); }"));

    /// <summary>Analyses the files in every order.</summary>
    private static async Task SaysInAnyOrder(string expected, string nic, params (string Path, string Text)[] parts)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        SyntaxTree[] files =
        [
            .. new[] { ("Usings.cs", DeviceProject.GlobalUsings), ("Board.cs", HandlerTest.Board), ("Nic.cs", nic) }
                .Concat(parts).Select(file => CSharpSyntaxTree.ParseText(file.Item2, options, file.Item1)),
        ];
        foreach (SyntaxTree[] order in Orders(files))
        {
            CSharpCompilation compilation = CSharpCompilation.Create(
                "board", order, DeviceProject.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

            string found = await Analyze(compilation);

            Assert.True(expected == found, $"{string.Join(' ', order.Select(static tree => tree.FilePath))}:\nexpected {expected}\nfound    {found}");
        }
    }

    private static async Task<string> Analyze(CSharpCompilation compilation)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers([new VcpuStateAnalyzer()], new AnalyzerOptions([]));
        IEnumerable<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', found.Select(Text).Order(StringComparer.Ordinal));
    }

    private static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} [{string.Join(' ', diagnostic.AdditionalLocations.Select(Place))}]";

    private static string Place(Location location) => $"{location.SourceTree!.FilePath}:{location.GetLineSpan().StartLinePosition.Line + 1}";

    // Every order of the parts, before and behind the files that all have.
    private static IEnumerable<SyntaxTree[]> Orders(SyntaxTree[] files)
    {
        SyntaxTree[] common = files[..3];
        foreach (int[] order in (int[][])[[3, 4, 5], [3, 5, 4], [4, 3, 5], [4, 5, 3], [5, 3, 4], [5, 4, 3]])
        {
            yield return [.. common, .. order.Select(index => files[index])];
            yield return [.. order.Select(index => files[index]), .. common.Reverse()];
        }
    }
}
