namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>A handler of a code base.</summary>
/// <param name="File">The number of its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rules">The rules that it breaks, each once.</param>
/// <param name="Reach">How many bodies it reaches, its own included.</param>
/// <param name="ReachedFiles">The numbers of the files in which they stand.</param>
internal sealed record HandlerSite(int File, string Name, IReadOnlyList<string> Rules, int Reach, IReadOnlySet<int> ReachedFiles);
