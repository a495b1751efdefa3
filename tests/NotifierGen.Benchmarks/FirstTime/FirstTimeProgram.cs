using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace NotifierGen.Benchmarks.FirstTime;

/// <summary>The program of tests/NotifierGen.Benchmarks.FirstFailed, built.</summary>
/// <param name="Name">How its code was compiled.</param>
/// <param name="File">What starts it.</param>
/// <param name="Arguments">What stands before its own arguments.</param>
internal sealed record FirstTimeProgram(string Name, string File, string[] Arguments)
{
    private const string Project = "NotifierGen.Benchmarks.FirstFailed";

    public static FirstTimeProgram Build(bool isNative)
    {
        string project = typeof(FirstTimeProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static attribute => attribute.Key == "FirstFailedProject").Value!;
        string output = Path.Combine(Path.GetTempPath(), Project, isNative ? "native" : "jit");
        string[] options = isNative ? ["--use-current-runtime", "-p:NativeAot=true"] : ["-p:UseAppHost=false"];
        Start("dotnet", ["publish", project, "-c", "Release", "-v", "q", "-o", output, .. options]);
        return isNative
            ? new FirstTimeProgram("NativeAOT", Path.Combine(output, Project), [])
            : new FirstTimeProgram("JIT", "dotnet", [Path.Combine(output, Project + ".dll")]);
    }

    public FirstTimes Run(string way, int devices)
    {
        double[] times = [.. Start(File, [.. Arguments, way, devices.ToString(CultureInfo.InvariantCulture)]).Split(' ').Select(static time => double.Parse(time, CultureInfo.InvariantCulture))];
        return new FirstTimes(times[0], times[1], times[2], times[3]);
    }

    private static string Start(string file, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}.\n{output}");
    }
}
