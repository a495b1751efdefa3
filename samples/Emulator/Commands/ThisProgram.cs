namespace Emulator.Commands;

/// <summary>How to start this program once more: by itself, or through the host that runs its assembly.</summary>
internal static class ThisProgram
{
    /// <summary>The program, and its arguments.</summary>
    public static string[] With(params ReadOnlySpan<string> arguments)
    {
        string program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, "Emulator.dll"), .. arguments]
            : [program, .. arguments];
    }
}
