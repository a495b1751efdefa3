using System.Collections.Immutable;

namespace NotifierGen.Pages.Tables;

/// <summary>A dispatch table, or the rows of device libraries, in call order.</summary>
/// <param name="Name">What it is the table of.</param>
/// <param name="IsOfDispatcher">Whether it is a dispatcher's table.</param>
/// <param name="Entries">The rows in call order.</param>
internal sealed record TableContents(string Name, bool IsOfDispatcher, ImmutableArray<TableEntry> Entries)
{
    public string Title => IsOfDispatcher ? $"Dispatch table of {EventNames.ShortName(Name)}" : $"Handlers of {Name}";

    public NotifierRow[] Rows => [.. Entries.Select(entry => entry.Row)];
}
