namespace NotifierGen.Generator.Tests.Models;

/// <summary>One <c>[OnMigrationEvent]</c>: a row.</summary>
internal sealed class Annotation(DeviceMethod method, Moment moment, MigrationMode modes, int order)
{
    public DeviceMethod Method { get; } = method;

    public Moment Moment { get; } = moment;

    public MigrationMode Modes { get; } = modes;

    public int Order { get; } = order;

    public List<DeviceType> After { get; } = [];

    public List<DeviceType> Before { get; } = [];

    public bool Overlaps(Annotation other) => Moment == other.Moment && (Modes & other.Modes) != 0;

    public override string ToString() => $"{Method} {Moment.Event}/{Moment.Phase}";
}
