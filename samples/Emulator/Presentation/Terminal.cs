using Spectre.Console;

namespace Emulator.Presentation;

/// <summary>
/// Where the output goes. Where somebody watches there is colour, long lines go on under their text, and a status line stays below the last line;
/// elsewhere a line is a line. Used by one thread at a time.
/// </summary>
internal static class Terminal
{
    private const string EraseLine = "\r\u001b[2K";
    private const int Narrowest = 40;

    private static string s_status = "";

    /// <summary>Whether somebody watches.</summary>
    public static bool IsInteractive { get; } = !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    /// <summary>Prints a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="style">Its style on a terminal.</param>
    /// <param name="indent">Where it goes on if it is too long.</param>
    public static void WriteLine(string text, string style = "default", int indent = 0)
    {
        if (!IsInteractive)
        {
            Console.Out.WriteLine(text);
            return;
        }

        // Also wipes away the ^C that a terminal shows.
        Console.Out.Write(EraseLine);
        foreach (string line in FoldedText.Fold(text, Math.Max(Console.WindowWidth, Narrowest), indent))
        {
            AnsiConsole.MarkupLine($"[{style}]{Markup.Escape(line)}[/]");
        }

        Draw();
    }

    /// <summary>Shows something that changes, below the last line.</summary>
    /// <param name="status">The line; empty: nothing any more.</param>
    public static void ShowStatus(string status)
    {
        if (IsInteractive && status != s_status)
        {
            s_status = status;
            Console.Out.Write(EraseLine);
            Draw();
        }
    }

    private static void Draw()
    {
        if (s_status.Length > 0)
        {
            // A status that reached the last column would move the cursor to a line that is not erased.
            int most = Math.Max(Console.WindowWidth, Narrowest) - 1;
            AnsiConsole.Markup($"[cyan]{Markup.Escape(s_status.Length <= most ? s_status : s_status[..most])}[/]");
        }
    }
}
