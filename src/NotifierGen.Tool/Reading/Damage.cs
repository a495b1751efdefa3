namespace NotifierGen.Tool.Reading;

/// <summary>Turns whatever a damaged assembly makes the reader throw into one line.</summary>
internal static class Damage
{
    /// <exception cref="ToolException">The file is damaged.</exception>
    public static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw new ToolException(ExitCode.Damaged, $"'{path}' is no readable assembly: {OneLine(exception.Message)} Build it again, or copy it again.");
        }
    }

    /// <summary>What the metadata reader throws where offsets, counts or names in a file are wrong.</summary>
    private static bool IsOfTheFile(Exception exception) =>
        exception is BadImageFormatException or InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException
            or InvalidCastException or IOException or OutOfMemoryException;

    private static string OneLine(string message)
    {
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.EndsWith('.') ? line : line + ".";
    }
}
