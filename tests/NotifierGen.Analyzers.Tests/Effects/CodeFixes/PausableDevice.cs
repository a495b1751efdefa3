namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>A device with a machine that can be paused and one handler, of which a test writes the body.</summary>
internal static class PausableDevice
{
    public static string Device(string body, string phase = "Phase.AfterVmStart")
    {
        string indented = string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return $$"""
            class Nic
            {
                private readonly Cpu _cpu = new Cpu();
                private readonly IMachine _machine = null!;

                [OnMigrationEvent(Failed, {{phase}}, RequiresStoppedVm = true)]
                public void OnFailed()
                {
            {{indented}}
                }

                private void Prepare() { }

                private void Save(long value) { }

                public static void Clear(Cpu cpu) => cpu.PC = 0;

                private IDisposable Hold(long value) => null!;
            }
            """;
    }
}
