namespace NotifierGen.Benchmarks.Dispatch.Peers;

/// <summary>What Mediator publishes.</summary>
public readonly record struct FailedNotification(MigrationContext Context) : Mediator.INotification;
