using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>What is known of a <c>MigrationContext</c> that host code makes.</summary>
/// <param name="Event">Its event, or <see cref="Unknown"/>.</param>
/// <param name="Phase">Its phase, or <see cref="Unknown"/>.</param>
internal readonly record struct RaisedContext(int Event, int Phase)
{
    public const int Unknown = -1;

    /// <summary>What <c>Notify</c> does with such a context.</summary>
    public HostEffects Effects => (EventKind)Event switch
    {
        EventKind.Failed => Phase == (int)PhaseKind.BeforeVmStart ? HostEffects.RaisesFailed : HostEffects.None,
        EventKind.Setup => HostEffects.Begins,
        EventKind.Done => HostEffects.Completes,
        _ => HostEffects.None,
    };

    /// <summary>The context with a property set to a constant, or to what is not known.</summary>
    public RaisedContext With(string property, int? value) => property switch
    {
        "Event" => this with { Event = value ?? Unknown },
        "Phase" => this with { Phase = value ?? Unknown },
        _ => this,
    };
}
