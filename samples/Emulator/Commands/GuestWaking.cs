using Devices;
using Emulator.Machine;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>Wakes a guest that was suspended for a reboot of its host, wherever that has led to.</summary>
internal static class GuestWaking
{
    [ResumesVm]
    public static void Wake(Board board, Chronicle chronicle)
    {
        if (board.Machine.GuestPower == GuestPower.Suspended)
        {
            chronicle.Add(EntryKind.Step, "", "the guest is woken up");
            board.Machine.WakeGuest();
        }
    }
}
