namespace NotifierGen.Benchmarks.Dispatch.Peers;

/// <summary>What the messengers send: they want a class. One object serves all sends.</summary>
public sealed class FailedMessage(MigrationContext context)
{
    public MigrationContext Context { get; } = context;
}
