using System.Collections.Immutable;

namespace NotifierGen.Pages.Tables;

/// <summary>A row of a table with what decides its place.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsStatic">Whether the handler is static: it runs once a dispatch, on no device.</param>
/// <param name="After">The device classes of the same event and phase whose rows run before this one because it says so.</param>
/// <param name="Before">The device classes of the same event and phase whose rows run after this one because it says so.</param>
internal sealed record TableEntry(NotifierRow Row, bool IsStatic, ImmutableArray<string> After, ImmutableArray<string> Before)
{
    /// <summary>The event and, where it has phases, the phase, for people.</summary>
    public string Moment => EventNames.Moment(Row.Event, Row.Phase);
}
