namespace NotifierGen.Testing;

/// <summary>One promise of section 5 of the design, checked on what happened in a run.</summary>
internal interface IPromise
{
    /// <summary>The promise as a sentence, with its section.</summary>
    string Name { get; }

    /// <summary>How a run breaks it.</summary>
    /// <returns>What happened instead, and the index of the entry where it shows (-1: at the end); null if it is kept.</returns>
    (string What, int Entry)? Check(ExplorationRun run);
}
