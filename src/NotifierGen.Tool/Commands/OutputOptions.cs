using System.CommandLine;
using System.Text;

namespace NotifierGen.Tool.Commands;

/// <summary><c>--format</c> and <c>--output</c>: a file's extension tells the format where nothing else does.</summary>
internal sealed class OutputOptions
{
    private readonly (string Name, string[] Extensions)[] _formats;
    private readonly Option<string?> _format;
    private readonly Option<string?> _output;

    /// <summary>Adds the options.</summary>
    /// <param name="command">To this command.</param>
    /// <param name="formats">The formats with the extensions of their files; the first is written where nothing is asked for.</param>
    public OutputOptions(Command command, params (string Name, string[] Extensions)[] formats)
    {
        _formats = formats;
        _format = new Option<string?>("--format", "-f") { Description = $"{string.Join(", ", formats.Select(format => format.Name))}; by default what the output file's extension says, else {formats[0].Name}." };
        _format.AcceptOnlyFromAmong([.. formats.Select(format => format.Name)]);
        _output = new Option<string?>("--output", "-o") { Description = "The file to write; standard output if none is named." };
        command.Options.Add(_format);
        command.Options.Add(_output);
    }

    public string Format(ParseResult parsed)
    {
        string extension = Path.GetExtension(parsed.GetValue(_output) ?? "");
        return parsed.GetValue(_format)
            ?? _formats.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)).Name
            ?? _formats[0].Name;
    }

    /// <summary>Whether a file is named.</summary>
    public bool IsFile(ParseResult parsed) => parsed.GetValue(_output) is not null;

    /// <exception cref="ToolException">The file cannot be written.</exception>
    public void Write(ParseResult parsed, string text)
    {
        if (parsed.GetValue(_output) is not { } path)
        {
            parsed.InvocationConfiguration.Output.Write(text);
            return;
        }

        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ToolException(ExitCode.NoFile, $"'{path}' cannot be written: {exception.Message} Name a file in a folder that exists.");
        }
    }
}
