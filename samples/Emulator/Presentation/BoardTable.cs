namespace Emulator.Presentation;

/// <summary>The dispatch table of a board, narrow enough for a terminal: short names, and only what may be called in one mode.</summary>
internal static class BoardTable
{
    private static readonly string[] s_titles = ["device class", "handler", "event", "VM start", "order", "modes"];
    private static readonly (MigrationMode Mode, string Name)[] s_modes =
    [
        (MigrationMode.Normal, "normal"),
        (MigrationMode.BackgroundSnapshot, "snapshot"),
        (MigrationMode.CprReboot, "reboot"),
        (MigrationMode.CprTransfer, "transfer"),
        (MigrationMode.CprExec, "exec"),
    ];

    /// <summary>Draws it, a line each.</summary>
    /// <param name="rows">The rows in call order.</param>
    /// <param name="modes">The modes whose rows are wanted.</param>
    public static IReadOnlyList<string> Draw(ReadOnlySpan<NotifierRow> rows, MigrationMode modes)
    {
        List<string[]> cells = [s_titles];
        foreach (NotifierRow row in rows)
        {
            if ((row.Modes & modes) != 0)
            {
                cells.Add([row.Device[(row.Device.LastIndexOf('.') + 1)..], row.Handler, row.Event.ToString(), PhaseOf(row), OrderOf(row), ModesOf(row)]);
            }
        }

        int[] widths = [.. Enumerable.Range(0, s_titles.Length).Select(column => cells.Max(row => row[column].Length))];
        List<string> lines = [.. cells.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd())];
        int leftOut = rows.Length - (cells.Count - 1);
        if (leftOut > 0)
        {
            lines.Add($"({leftOut} rows of other modes are left out; --all-rows shows them)");
        }

        return lines;
    }

    private static string PhaseOf(NotifierRow row) => row.Event is Failed or Reclaimed or IncomingDone ? row.Phase == Phase.BeforeVmStart ? "before" : "after" : "";

    private static string OrderOf(NotifierRow row) => row.Order switch
    {
        int.MinValue => "first",
        int.MaxValue => "last",
        0 => "",
        _ => row.Order.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string ModesOf(NotifierRow row) =>
        row.Modes == MigrationMode.All ? "all" : string.Join('+', s_modes.Where(mode => (row.Modes & mode.Mode) != 0).Select(mode => mode.Name));
}
