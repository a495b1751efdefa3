using NotifierGen.Analyzers.Effects.Solving;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Roots;

/// <summary>One event for which a handler is called, and what is known of the VM then.</summary>
/// <param name="Event">The event.</param>
/// <param name="Phase">The phase, where the event has any.</param>
/// <param name="HasPhases">Whether it has.</param>
/// <param name="Modes">The modes; only known ones.</param>
/// <param name="Entry">The states in which the handler may be called.</param>
internal readonly record struct HandlerRow(EventKind Event, PhaseKind Phase, bool HasPhases, int Modes, VmStates Entry)
{
    private const int BackgroundSnapshot = 2;

    /// <summary>Whether the guest stands still until the handler is through.</summary>
    public bool IsBeforeVmStart => HasPhases && Phase == PhaseKind.BeforeVmStart;

    /// <summary>Reads a row. The states are those of the design's section on the analysis.</summary>
    public static HandlerRow Of(in HandlerAttribute attribute) =>
        new(attribute.Event, attribute.Phase, attribute.HasPhases, attribute.Modes & HandlerAttribute.AllModes, EntryOf(in attribute));

    private static VmStates EntryOf(in HandlerAttribute attribute) => attribute switch
    {
        { HasPhases: true, Phase: PhaseKind.AfterVmStart } => VmStates.MayRun,
        { Event: EventKind.Failed } => attribute.RequiresStoppedVm ? VmStates.Stopped : VmStates.Unknown,
        { Event: EventKind.Setup } => VmStates.MayRun,

        // The guest runs on while its snapshot is written.
        { Event: EventKind.Done } when (attribute.Modes & BackgroundSnapshot) != 0 => VmStates.MayRun,
        _ => VmStates.Stopped,
    };
}
