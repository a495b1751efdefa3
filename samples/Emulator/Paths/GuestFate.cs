namespace Emulator.Paths;

/// <summary>What was found to have become of a guest.</summary>
internal enum GuestFate
{
    /// <summary>It is not where it must be, or not whole.</summary>
    Harmed,

    /// <summary>It runs on at the source, and everything of it was verified there.</summary>
    RunsHere,

    /// <summary>It stands still at the source as before, was verified there, and runs when it is started.</summary>
    StaysPaused,

    /// <summary>It runs on the destination, which verified it; the source stays stopped.</summary>
    RunsThere,

    /// <summary>The source stays stopped with what it had verified, and the destination has ended: what postcopy risks.</summary>
    NobodyRuns,
}
