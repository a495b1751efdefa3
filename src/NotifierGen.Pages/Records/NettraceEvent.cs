namespace NotifierGen.Pages.Records;

/// <summary>An event of a .nettrace file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ticks">When, in ticks of the trace.</param>
/// <param name="Arguments">Its arguments by name.</param>
internal sealed record NettraceEvent(string Name, long Ticks, IReadOnlyDictionary<string, string> Arguments);
