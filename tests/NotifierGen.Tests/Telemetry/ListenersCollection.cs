namespace NotifierGen.Tests.Telemetry;

/// <summary>Listeners hear the whole process: their tests, and those that count what a dispatch allocates, run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ListenersCollection
{
    public const string Name = "Listeners";
}
