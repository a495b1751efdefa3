using Emulator.Guest;
using Emulator.Machine;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>A board's guest as its console shows it to whoever has to know whether it is well.</summary>
internal sealed class WatchedGuest
{
    private static readonly TimeSpan s_comeUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_signOfLife = TimeSpan.FromSeconds(15);

    private readonly Board _board;
    private readonly Chronicle _chronicle;
    private readonly GuestLines _lines = new();

    /// <summary>Begins to watch.</summary>
    /// <param name="board">The board.</param>
    /// <param name="chronicle">Where what the guest prints is written down.</param>
    /// <param name="side">Whose guest that is; may be empty.</param>
    public WatchedGuest(Board board, Chronicle chronicle, string side = "")
    {
        _board = board;
        _chronicle = chronicle;
        board.Machine.Uart.LinePrinted += line =>
        {
            chronicle.Add(EntryKind.Guest, side, line);
            _lines.Add(line);
        };
    }

    /// <summary>Boots the guest, and returns when it is up.</summary>
    /// <exception cref="CommandException">It does not come up.</exception>
    public void Boot()
    {
        _board.Machine.Boot(GuestImage.Load());
        _board.Machine.Start();
        if (!_lines.WaitForAnother(s_comeUp))
        {
            throw new CommandException("the guest did not come up");
        }
    }

    /// <summary>The guest has to print on, and everything of it must be there. It is stopped in the end.</summary>
    /// <param name="runFor">How long to let it run; <see langword="null"/>: until it is interrupted.</param>
    /// <param name="where">Where that is, for the story.</param>
    /// <param name="cancellation">Interrupts it.</param>
    public bool GoesOn(TimeSpan? runFor, string where, CancellationToken cancellation)
    {
        bool printed = _lines.WaitForAnother(s_signOfLife) && _lines.WaitForAnother(s_signOfLife);
        if (!printed)
        {
            _chronicle.Add(EntryKind.Failure, "", "the guest does not print any more");
        }

        cancellation.WaitHandle.WaitOne(runFor ?? Timeout.InfiniteTimeSpan);
        _board.Machine.Stop();
        return BoardVerification.Report(_board, _chronicle, where, guestLeft: false) && printed && !_lines.SawCorruption;
    }
}
