using System.Diagnostics;

namespace NotifierGen.Package.Tests;

/// <summary>Runs a program to its end and keeps what it prints.</summary>
internal sealed record DotnetCommand(int ExitCode, string Output)
{
    /// <summary>Runs <c>dotnet</c>, independent of the build that runs the tests: its environment variables must not reach the projects under test.</summary>
    public static DotnetCommand Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    public static DotnetCommand Start(string program, string folder, params string[] arguments)
    {
        using Process process = Process.Start(Prepare(program, folder, arguments)) ?? throw new InvalidOperationException($"'{program}' did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new DotnetCommand(process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    /// <summary>How a program is started, with an environment of its own and its output to be read.</summary>
    public static ProcessStartInfo Prepare(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    public DotnetCommand Succeeded()
    {
        Assert.True(ExitCode == 0, $"Exit code {ExitCode}:\n{Output}");
        return this;
    }
}
