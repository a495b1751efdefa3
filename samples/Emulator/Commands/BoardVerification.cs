using Emulator.Guest;
using Emulator.Machine;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>Verifies a stopped board, guest and devices, and writes down what it found.</summary>
internal static class BoardVerification
{
    /// <summary>Verifies.</summary>
    /// <param name="board">The board; its machine is stopped.</param>
    /// <param name="chronicle">Where to write it down.</param>
    /// <param name="where">On which side.</param>
    /// <param name="guestLeft">Whether the guest has left: then its devices have nothing to be fit for.</param>
    /// <returns>Whether everything is as it must be.</returns>
    [AssertsVmStopped]
    public static bool Report(Board board, Chronicle chronicle, string where, bool guestLeft)
    {
        VerificationReport report = GuestVerification.Verify(board.Machine);
        IReadOnlyList<string> violations = guestLeft ? [] : board.Violations(migrating: false);
        foreach (string problem in report.Problems.Concat(violations))
        {
            chronicle.Add(EntryKind.Failure, where, problem);
        }

        bool holds = report.Holds && violations.Count == 0;
        if (holds)
        {
            chronicle.Add(EntryKind.Verification, "", $"verified {where}: {report.Pages} pages and {report.Registers} registers hold, {board.Slots.Count} devices keep their invariants, round {report.Rounds}");
        }

        return holds;
    }
}
