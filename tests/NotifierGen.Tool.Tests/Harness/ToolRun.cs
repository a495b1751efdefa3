using NotifierGen.Tool.Commands;

namespace NotifierGen.Tool.Tests.Harness;

/// <summary>A run of the command, in this process.</summary>
internal sealed record ToolRun(int Code, string Output, string Errors)
{
    public static ToolRun Of(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter errors = new() { NewLine = "\n" };
        int code = ToolCommandLine.Run(arguments, output, errors);
        return new ToolRun(code, output.ToString(), errors.ToString());
    }

    public ToolRun Succeeded()
    {
        Assert.True(Code == 0 && Errors.Length == 0, $"Exit code {Code}: {Errors}");
        return this;
    }

    /// <summary>It ended with that code and one line that says why.</summary>
    public string Failed(ExitCode code)
    {
        Assert.Equal(code, (ExitCode)Code);
        return OneLine();
    }

    /// <summary>What it printed on standard error: one line, and no stack trace.</summary>
    public string OneLine()
    {
        Assert.StartsWith("error: ", Errors, StringComparison.Ordinal);
        Assert.Equal(Errors.Length - 1, Errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
        Assert.Empty(Output);
        return Errors.TrimEnd('\n');
    }
}
