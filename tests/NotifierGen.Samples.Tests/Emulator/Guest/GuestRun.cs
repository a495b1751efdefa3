using Emulator.Commands;
using Emulator.Guest;
using Emulator.Machine;
using Emulator.Story;

namespace NotifierGen.Samples.Tests.Emulator.Guest;

/// <summary>A board whose guest has come up and runs.</summary>
internal sealed class GuestRun : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public GuestRun(MachineShape? shape = null)
    {
        Board = new Board(shape ?? MachineShape.Default, new Chronicle());
        Board.Machine.Uart.LinePrinted += Lines.Add;
        Board.Machine.Uart.LinePrinted += Printed.Add;
        Board.Machine.Boot(GuestImage.Load());
        Board.Machine.Start();
        WaitForALine();
    }

    public Board Board { get; }

    public VirtualMachine Machine => Board.Machine;

    public GuestLines Lines { get; } = new();

    public System.Collections.Concurrent.BlockingCollection<string> Printed { get; } = [];

    public void WaitForALine() => Assert.True(Lines.WaitForAnother(s_patience), "The guest prints no more.");

    public VerificationReport Verify() => GuestVerification.Verify(Machine);

    /// <summary>Waits for the guest to say that something was lost.</summary>
    public string WaitForComplaint()
    {
        long end = Environment.TickCount64 + (long)s_patience.TotalMilliseconds;
        while (Environment.TickCount64 < end && Printed.TryTake(out string? line, s_patience))
        {
            if (line.Contains("CORRUPT", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new TimeoutException("The guest did not complain.");
    }

    public void Dispose()
    {
        Board.Dispose();
        Printed.Dispose();
    }
}
