using Emulator.Commands;
using Emulator.Machine;
using Emulator.Story;

namespace Emulator.Paths;

/// <summary>A machine that is taken along one path, and what is told of it.</summary>
internal sealed class PathMachine : IDisposable
{
    /// <summary>Small, so that a path takes a moment; with two vCPUs, so that there is something to stop.</summary>
    public static MachineShape Shape { get; } = new(4 << 20, 2);

    private static readonly TimeSpan s_runFor = TimeSpan.FromMilliseconds(50);

    private readonly WatchedGuest _guest;
    private readonly Stack<IDisposable> _belongings = [];
    private TemporaryFile? _file;

    public PathMachine()
    {
        Board = new Board(Shape, Chronicle);
        _guest = new WatchedGuest(Board, Chronicle, "source");
    }

    public Chronicle Chronicle { get; } = new();

    public Board Board { get; }

    /// <summary>The destination's process, where there is one.</summary>
    public DestinationProcess? Destination { get; private set; }

    /// <summary>A place for a file; it goes with the path.</summary>
    public string File => (_file ??= Keep(new TemporaryFile())).Path;

    public DestinationProcess StartDestination() => Destination = DestinationProcess.Listen(Shape, s_runFor, Chronicle);

    /// <summary>Starts a process that goes on with the guest of <see cref="File"/>.</summary>
    public DestinationProcess StartRestoring() => Destination = DestinationProcess.Restore(File, s_runFor, Chronicle);

    /// <summary>Keeps something until the path is over.</summary>
    public T Keep<T>(T belonging)
        where T : IDisposable
    {
        _belongings.Push(belonging);
        return belonging;
    }

    /// <summary>Boots the guest, and returns when it is up.</summary>
    public void Boot() => _guest.Boot();

    /// <summary>Whether the guest prints on, here only, and everything of it is there; it is stopped in the end.</summary>
    public bool GoesOn(CancellationToken cancellation) => Destination?.HasStarted != true && _guest.GoesOn(s_runFor, "on the source", cancellation);

    /// <summary>Whether everything of the guest is there, though it does not run.</summary>
    [AssertsVmStopped]
    public bool IsWhole() => BoardVerification.Report(Board, Chronicle, "on the source", guestLeft: true);

    public void Dispose()
    {
        Destination?.Dispose();
        foreach (IDisposable belonging in _belongings)
        {
            belonging.Dispose();
        }

        Board.Dispose();
    }
}
