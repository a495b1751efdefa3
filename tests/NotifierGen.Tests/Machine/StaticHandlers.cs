namespace NotifierGen.Tests.Machine;

/// <summary>Handlers without a device: once a dispatch, paired like a device.</summary>
internal static class StaticHandlers
{
    [ThreadStatic]
    private static Probe? s_probe;

    /// <summary>The probe of the test that runs on this thread.</summary>
    public static Probe? Probe
    {
        get => s_probe;
        set => s_probe = value;
    }

    [OnMigrationEvent(Setup, Modes = MigrationMode.CprExec)]
    internal static SetupResult OnSetup(in MigrationContext context) => Probe?.Asked("S", in context) ?? SetupResult.Accept;

    [OnMigrationEvent(Failed, Modes = MigrationMode.CprExec)]
    internal static void OnFailed(in MigrationContext context) => Probe?.Called("F", in context);
}
