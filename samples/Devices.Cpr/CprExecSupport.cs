namespace Devices.Cpr;

/// <summary>Whether the host can replace the image of a process. A property of the host, so it needs no registered device.</summary>
public static class CprExecSupport
{
    /// <summary>Refuses where processes cannot change their image.</summary>
    [OnMigrationEvent(Setup, Modes = MigrationMode.CprExec, Order = -1)]
    public static SetupResult RefuseWhereImagesStay() => Judge(OperatingSystem.IsWindows());

    /// <summary>The rule, for any host.</summary>
    /// <param name="isWindows">Whether the host is Windows.</param>
    public static SetupResult Judge(bool isWindows) =>
        isWindows
            ? SetupResult.Refuse("cpr-exec replaces the image of the running process, which Windows cannot do; use cpr-transfer")
            : SetupResult.Accept;
}
