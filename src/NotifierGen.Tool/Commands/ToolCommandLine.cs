using System.CommandLine;

namespace NotifierGen.Tool.Commands;

/// <summary>The command line: a mistake in it, and whatever a command cannot do, is one line on standard error.</summary>
internal static class ToolCommandLine
{
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        RootCommand root = new(
            """
            Looks at what NotifierGen compiled: dispatch tables, their order, what changed in them, and how long a migration's handlers took.
            Assemblies are read as files; nothing of them is loaded or run.

            Exit codes: 0 done, 1 tables differ (diff --exit-code), 2 wrong command line, 3 no such file, 4 no handlers, 5 damaged file,
            6 another version's schema, 7 files that do not belong together.
            """);
        Examples.Of(
            root,
            ("notifiergen table bin/Release/net10.0/Emulator.dll", "who handles what, in call order"),
            ("notifiergen table Emulator.dll -o table.html", "the same as a page"),
            ("notifiergen diff old/Emulator.dll new/Emulator.dll --exit-code", "what changed, for CI"),
            ("notifiergen graph Emulator.dll -o order.svg", "the order and why"),
            ("notifiergen timeline migration.json -o timeline.html", "where a migration's downtime went"));
        root.Subcommands.Add(TableCommand.Create());
        root.Subcommands.Add(DiffCommand.Create());
        root.Subcommands.Add(GraphCommand.Create());
        root.Subcommands.Add(TimelineCommand.Create());
        Examples.AddToHelp(root);
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Fail(errors, ExitCode.Misused, $"{parsed.Errors[0].Message} See 'notifiergen --help'.");
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = errors });
        }
        catch (ToolException exception)
        {
            return Fail(errors, exception.Code, exception.Message);
        }
    }

    private static int Fail(TextWriter errors, ExitCode code, string message)
    {
        // What a file is called, or says, must not break the line or colour the terminal.
        string line = string.Concat(string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(static each => char.IsControl(each) ? '?' : each));
        errors.WriteLine($"error: {line}");
        return (int)code;
    }
}
