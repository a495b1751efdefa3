namespace NotifierGen.Tool.Reading;

/// <summary>Reads the files that a command names.</summary>
internal static class InputFile
{
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ToolException(ExitCode.NoFile, $"'{path}' does not exist. Build the project first, or correct the path.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ToolException(ExitCode.NoFile, Directory.Exists(path)
                ? $"'{path}' is a folder. Name a file in it."
                : $"'{path}' cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
