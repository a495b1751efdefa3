namespace NotifierGen.Testing;

/// <summary>What became of one path.</summary>
internal sealed class PathResult
{
    public int Runs { get; set; }

    public long Calls { get; set; }

    public bool IsTaken { get; set; }

    public MigrationViolationException? Violation { get; set; }
}
