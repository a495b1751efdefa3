using Emulator.Machine;
using Emulator.Migration;
using Emulator.Story;

namespace Emulator.Presentation;

/// <summary>What every story of a migration begins and ends with: who is on the board, and what the guest waited for.</summary>
internal static class StoryFrame
{
    /// <summary>Shows the dispatch table, in the rows of some modes.</summary>
    public static void Open(MigrationMode modes)
    {
        Terminal.WriteLine("The dispatch table of this board, in call order:", "bold");
        foreach (string row in BoardTable.Draw(BoardNotifiers.Table, modes))
        {
            Terminal.WriteLine(row);
        }

        Terminal.WriteLine("");
    }

    /// <summary>Shows the downtime and the handlers in it.</summary>
    public static void DrawDowntime(IReadOnlyList<ChronicleEntry> entries, MigrationOutcome outcome)
    {
        foreach (string line in DowntimeTimeline.Draw(entries))
        {
            Terminal.WriteLine(line, indent: DowntimeTimeline.Margin);
        }

        foreach (string line in HandlerTimes.Draw(outcome.Timings))
        {
            Terminal.WriteLine(line, indent: HandlerTimes.Margin);
        }
    }
}
