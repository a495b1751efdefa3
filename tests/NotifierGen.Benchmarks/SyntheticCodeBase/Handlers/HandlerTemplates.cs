namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>The kinds of handlers, in the order in which a code base gets them: the first ten show each kind of misuse but two.</summary>
internal static class HandlerTemplates
{
    private const string Discard = "_ = {0};";

    private static readonly HandlerTemplate s_undo = new("OnFailed", "Failed", Touches: false, Discard);

    public static readonly HandlerTemplate[] Cycle =
    [
        s_undo,
        new("OnFailedAfterStart", "Failed, Phase.AfterVmStart", Touches: true, Discard, "NG1001"),
        new("OnFailedStopped", "Failed, Phase.BeforeVmStart, RequiresStoppedVm = true", Touches: true, Discard),
        new("OnFailedUnknown", "Failed", Touches: true, "int amount = {0};\n_ = amount;", "NG1002"),
        new("OnFailedPaused", "Failed, Phase.AfterVmStart", Touches: true, "using (_machine.PauseScope())\n{\n    _ = {0};\n}"),
        new("OnFailedResuming", "Failed, RequiresStoppedVm = true", Touches: true, "_machine.Start();\n_ = {0};", "NG1001", "NG1004"),
        new("OnFailedGuarded", "Failed", Touches: true, "if (context.VcpusStopped)\n{\n    _ = {0};\n}") { TakesContext = true },
        new("OnDone", "Done", Touches: false, Discard),
        new("OnSetup", "Setup", Touches: true, Discard, "NG1010") { Partner = s_undo },
        new("OnFailedDeferring", "Failed, RequiresStoppedVm = true", Touches: true, "_ = Task.Run(() => {0});", "NG1003"),
        s_undo,
        new("OnReclaimed", "Reclaimed, Phase.AfterVmStart", Touches: false, Discard),
        new("OnSetupQuiet", "Setup", Touches: false, Discard) { Partner = s_undo },
        new("OnFailedSleeping", "Failed", Touches: false, "Thread.Sleep(1);\n_ = {0};", "NG1007"),
        new("OnFailedLate", "Failed, After = new[] { typeof(EmulatedMachine) }", Touches: false, Discard, "NG0007"),
        s_undo,
        new("OnDoneStopped", "Done", Touches: true, Discard),
        s_undo,
        new("OnIncomingDone", "IncomingDone", Touches: true, Discard),
        s_undo,
    ];
}
