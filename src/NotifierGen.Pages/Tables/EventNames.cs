using System.Globalization;

namespace NotifierGen.Pages.Tables;

/// <summary>How pages name events, phases, modes and classes.</summary>
internal static class EventNames
{
    public static bool HasPhases(MigrationEvent migrationEvent) =>
        migrationEvent is MigrationEvent.Failed or MigrationEvent.Reclaimed or MigrationEvent.IncomingDone;

    /// <summary>An event and its phase, e.g. "Failed, before the VM starts".</summary>
    public static string Moment(MigrationEvent migrationEvent, Phase phase) => !HasPhases(migrationEvent)
        ? migrationEvent.ToString()
        : phase == Phase.BeforeVmStart ? $"{migrationEvent}, before the VM starts" : $"{migrationEvent}, after the VM started";

    /// <summary>The single modes, in the order of their values.</summary>
    public static IEnumerable<string> ModesOf(MigrationMode modes) => modes.ToString().Split(", ");

    /// <summary>A class's name without its namespace.</summary>
    public static string ShortName(string fullName) => fullName[NamespaceLength(fullName)..];

    /// <summary>A class's namespace with the dot behind it; empty if it has none.</summary>
    public static string NamespaceOf(string fullName) => fullName[..NamespaceLength(fullName)];

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    // Type parameters may hold dots of their own.
    private static int NamespaceLength(string fullName)
    {
        int generic = fullName.IndexOf('<', StringComparison.Ordinal);
        return (generic < 0 ? fullName : fullName[..generic]).LastIndexOf('.') + 1;
    }
}
