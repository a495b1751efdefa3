using Devices.Cpr;
using Emulator.Host;
using Emulator.Host.Linux;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration;
using Emulator.Migration.Checkpoint;
using Emulator.Migration.Destination;
using Emulator.Story;

namespace NotifierGen.Samples.Tests.Emulator.Checkpoint;

/// <summary>cpr-exec without a guest: the order of events, what a failure leaves behind, and a real execve that fails. Real replacements are tested with processes.</summary>
[Collection(HeavyTests.Name)]
public sealed class ImageReplacementTests
{
    private static readonly MachineShape s_shape = new(32 * GuestMemory.PageSize, 1);

    private readonly Chronicle _chronicle = new();

    [Theory]
    [InlineData("None", "SETUP | VM stops | DONE: the vCPUs stand still")]
    [InlineData("Open", "SETUP | FAILED before VM start: the guest runs | FAILED after VM start")]
    [InlineData("Stopped", "SETUP | VM stops | FAILED before VM start: the vCPUs stand still, the VM will start | VM starts | FAILED after VM start")]
    [InlineData("Exec", "SETUP | VM stops | FAILED before VM start: the vCPUs stand still, the VM will start | VM starts | FAILED after VM start")]
    [InlineData("Replace", "SETUP | VM stops | DONE: the vCPUs stand still | RECLAIMED before VM start | VM starts | RECLAIMED after VM start")]
    public void EveryPathHasItsSequence(string failAt, string expected)
    {
        using var board = new Board(s_shape, _chronicle);
        board.Machine.Start();

        MigrationOutcome outcome = Replace(board, failAt);

        Assert.Equal(expected, Sequences.Of(_chronicle));
        Assert.Equal(failAt == "None" ? null : MigrationFailureKind.Error, outcome.Kind);
        Assert.Equal(failAt != "None", board.Machine.IsRunning);
        Assert.Empty(board.CprExec.Violations(migrating: false));
        Assert.Equal(failAt == "None", board.CprExec.File is not null);
    }

    [Fact]
    public void TheRamIsNotInTheState()
    {
        using var source = new Board(s_shape, new Chronicle());
        Replace(source, "None");
        using Stream state = source.Process.Open(source.CprExec.File!.Value);

        // A model of a process: the new image's board would find the file in it, and RAM that stayed where it is.
        using var destination = new Board(s_shape, new Chronicle(), new BoardHost(source.Process, Ram: null));
        destination.Machine.Memory.TryWrite(GuestMemory.BaseAddress + 0x3000, 42UL);
        var content = new byte[state.Length];
        state.ReadExactly(content);
        using var whole = new MemoryStream(content, 0, LengthOf(content));
        new Restoration(destination, whole, "the state", MigrationMode.CprExec, new Chronicle()).Run(startVm: false);

        Assert.True(LengthOf(content) < 8 * 1024);
        Assert.True(destination.Machine.Memory.TryRead(GuestMemory.BaseAddress + 0x3000, out ulong word));
        Assert.Equal(42UL, word);
        Assert.Null(source.Process.GetVariable(CprExecHandover.Variable));
    }

    [Theory]
    [InlineData("Open")]
    [InlineData("Exec")]
    [InlineData("Replace")]
    public void ARealProcessIsLeftAsItWas(string failAt)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "cpr-exec takes Linux.");
        var process = new LinuxProcess { NewImage = () => ["/nowhere/emulator"] };
        using var board = new Board(s_shape, _chronicle, new BoardHost(process, RamFile.Create(s_shape.MemoryBytes)));
        board.Machine.Start();

        // The image that is lost is named in Replace as well as in Exec: the rehearsal must not be the reason there.
        process.NewImage = failAt == "Replace" ? () => ["/bin/true"] : process.NewImage;
        MigrationOutcome outcome = Replace(board, failAt);

        Assert.Equal(MigrationFailureKind.Error, outcome.Kind);
        Assert.Contains(failAt == "Open" ? "injected" : "No such file or directory", outcome.Message, StringComparison.Ordinal);
        Assert.True(board.Machine.IsRunning);
        Assert.Null(board.CprExec.File);
        Assert.Null(Environment.GetEnvironmentVariable(CprExecHandover.Variable));
        Assert.DoesNotContain(Directory.GetFiles("/proc/self/fd"), descriptor => new FileInfo(descriptor).LinkTarget?.Contains("cpr-state", StringComparison.Ordinal) == true);
    }

    private MigrationOutcome Replace(Board board, string failAt)
    {
        var trouble = new CheckpointTrouble { FailAt = Enum.Parse<CheckpointStep>(failAt) };
        MigrationOutcome outcome = new ImageReplacement(board, trouble, _chronicle).Run(CancellationToken.None);
        _chronicle.End();
        return outcome;
    }

    /// <summary>A memory file of the model has a fixed size; the stream ends with the last section, which is empty.</summary>
    private static int LengthOf(byte[] content)
    {
        int end = content.AsSpan().LastIndexOfAnyExcept((byte)0);
        return end + 1 + sizeof(int);
    }
}
