using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Tables;

public sealed class ReadingErrorTests
{
    private const string Board = "[DispatchTable] public sealed partial class Board : MigrationDispatcher;";

    [Fact]
    public void AFileThatIsNotThere() => Assert.Contains("'nowhere.dll' does not exist", ToolRun.Of("table", "nowhere.dll").Failed(ExitCode.NoFile), StringComparison.Ordinal);

    [Fact]
    public void AFolder()
    {
        using TestFolder folder = new();

        Assert.Contains("is a folder", ToolRun.Of("table", folder.Path).Failed(ExitCode.NoFile), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAssemblyWithoutHandlers() =>
        Assert.Contains("has no handlers", ToolRun.Of("table", SampleFiles.Of("Spectre.Console")).Failed(ExitCode.NoHandlers), StringComparison.Ordinal);

    [Fact]
    public void ADispatcherThatReferencesNoHandlers()
    {
        using TestFolder folder = new();

        Assert.Contains("nothing that it references has handlers", ToolRun.Of("table", GeneratedAssembly.Compile("Empty", Board).WriteTo(folder)).Failed(ExitCode.NoHandlers), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNoAssembly()
    {
        using TestFolder folder = new();

        Assert.Contains("is no readable assembly", ToolRun.Of("table", folder.Write("text.dll", "This is a letter.")).Failed(ExitCode.Damaged), StringComparison.Ordinal);
        Assert.Contains("is no readable assembly", ToolRun.Of("table", folder.Write("empty.dll", "")).Failed(ExitCode.Damaged), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, "Update the tool.")]
    [InlineData(0, "Rebuild the assembly")]
    public void AManifestOfAnotherVersion(int version, string advice)
    {
        using TestFolder folder = new();
        string file = GeneratedAssembly.Compile("Other", $"[assembly: NotifierGen.CompilerServices.NotifierManifest({version})] public class Nic;").WriteTo(folder);

        string line = ToolRun.Of("table", file).Failed(ExitCode.OtherSchema);

        Assert.Contains($"version {version}", line, StringComparison.Ordinal);
        Assert.Contains(advice, line, StringComparison.Ordinal);
    }

    [Fact]
    public void AnApplicationWithoutItsDevices()
    {
        using TestFolder folder = new();
        GeneratedAssembly devices = GeneratedAssembly.Compile("Lib", "public class Nic { [OnMigrationEvent(Done)] public void A() { } }");
        string application = GeneratedAssembly.Compile("App", Board, devices).WriteTo(folder);

        Assert.Contains("was built with 'Lib', which does not lie beside it", ToolRun.Of("table", application).Failed(ExitCode.DoNotFit), StringComparison.Ordinal);

        using TestFolder elsewhere = new();
        Assert.Contains("| Nic | A |", ToolRun.Of("table", application, devices.WriteTo(elsewhere), "-f", "markdown").Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Nic { [OnMigrationEvent(Done)] public void A() { } [OnMigrationEvent(Setup)] public void B() { } }")]
    [InlineData("public class Nic { [OnMigrationEvent(Setup)] public void A() { } }")]
    [InlineData("public class Other { [OnMigrationEvent(Done)] public void A() { } }")]
    public void ADeviceLibraryOfAnotherBuild(string rebuilt)
    {
        using TestFolder folder = new();
        string application = GeneratedAssembly.Compile("App", Board, GeneratedAssembly.Compile("Lib", "public class Nic { [OnMigrationEvent(Done)] public void A() { } }")).WriteTo(folder);
        GeneratedAssembly.Compile("Lib", rebuilt).WriteTo(folder);

        Assert.Contains("was built with other handlers of 'Lib'", ToolRun.Of("table", application).Failed(ExitCode.DoNotFit), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFilesOfOneAssembly()
    {
        using TestFolder folder = new();
        string copy = folder.Write("Copy.dll", File.ReadAllBytes(SampleFiles.Of("Devices.Vfio")));

        Assert.Contains("are both the assembly 'Devices.Vfio'", ToolRun.Of("table", SampleFiles.Of("Devices.Vfio"), copy).Failed(ExitCode.Misused), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("table")]
    [InlineData("table", "a.dll", "--format", "pdf")]
    [InlineData("draw")]
    [InlineData("diff", "a.dll")]
    public void AMistakeInTheCommandLine(params string[] arguments) =>
        Assert.Contains("notifiergen --help", ToolRun.Of(arguments) is var run && run.Code == (int)ExitCode.Misused ? run.Errors : "", StringComparison.Ordinal);

    [Fact]
    public void AFolderThatIsNotThereForTheOutput()
    {
        using TestFolder folder = new();

        Assert.Contains("cannot be written", ToolRun.Of("table", SampleFiles.Emulator, "-o", folder.File("none/table.md")).Failed(ExitCode.NoFile), StringComparison.Ordinal);
    }

    [Fact]
    public void RowsThatWaitForEachOtherAreNamed()
    {
        using TestFolder folder = new();
        string file = GeneratedAssembly.Compile(
            "Cycle",
            """
            public class A { [OnMigrationEvent(Done, After = new[] { typeof(B) })] public void X() { } [OnMigrationEvent(Setup)] public void S() { } }
            public class B { [OnMigrationEvent(Done, After = new[] { typeof(A) })] public void Y() { } }
            """ + Board).WriteTo(folder);

        ToolRun run = ToolRun.Of("table", file);

        Assert.Equal(0, run.Code);
        Assert.Contains("A.X (Done), B.Y (Done)", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(" X ", run.Output, StringComparison.Ordinal);
    }
}
