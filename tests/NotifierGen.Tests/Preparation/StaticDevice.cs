namespace NotifierGen.Tests.Preparation;

/// <summary>Needs no registration.</summary>
internal static class StaticDevice
{
    public static int Calls;

    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal static void OnStaticFailed() => Calls++;
}
