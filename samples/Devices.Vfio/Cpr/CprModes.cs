namespace Devices.Vfio;

/// <summary>Modes that go together.</summary>
internal static class CprModes
{
    /// <summary>The process is replaced under a machine that keeps its RAM, and under devices that keep working.</summary>
    public const MigrationMode HandsOver = MigrationMode.CprTransfer | MigrationMode.CprExec;
}
