namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>How a test of whether the vCPUs are stopped ages.</summary>
internal enum Guard : byte
{
    /// <summary>Asks the machine: true now.</summary>
    Live,

    /// <summary>Asks what was known when the handler was called (<c>MigrationContext</c>): says nothing of a resume since.</summary>
    Snapshot,
}
