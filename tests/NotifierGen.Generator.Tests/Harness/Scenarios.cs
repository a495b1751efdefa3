namespace NotifierGen.Generator.Tests.Harness;

/// <summary>Source that behaviour tests share.</summary>
internal static class Scenarios
{
    /// <summary>A log, a VM that writes into it, and a dispatcher: for the project under test.</summary>
    public const string Board =
        """
        public static class Log
        {
            private static readonly System.Text.StringBuilder s_text = new System.Text.StringBuilder();

            public static void Add(string what) => s_text.Append(s_text.Length == 0 ? "" : " ").Append(what);

            public static string Text => s_text.ToString();
        }

        public sealed class Vm : IVirtualMachine
        {
            public bool IsRunning { get; private set; } = true;

            public void Stop() { IsRunning = false; Log.Add("stop"); }

            public void Start() { IsRunning = true; Log.Add("run"); }
        }

        [DispatchTable]
        public sealed partial class Board : MigrationDispatcher
        {
            public string Fail(params object[] devices)
            {
                foreach (object device in devices)
                {
                    Register(device);
                }

                using (MigrationSession session = Begin(new Vm()))
                {
                    session.StopVm();
                    session.Fail(new MigrationFailure(MigrationFailureKind.Error, "lost"));
                }

                return Log.Text;
            }
        }
        """;

    /// <summary>A scenario that registers devices, begins a migration, stops the VM and fails.</summary>
    public static string Failing(params string[] devices) =>
        $$"""
        public static class Scenario
        {
            public static string Run() => new Board().Fail({{string.Join(", ", devices)}});
        }
        """;
}
