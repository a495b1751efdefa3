namespace Devices;

/// <summary>A device of a board.</summary>
public interface IDevice
{
    /// <summary>Its name on the board, e.g. "vfio0".</summary>
    string Name { get; }

    /// <summary>What is wrong with it: each violated invariant as a sentence, nothing when all is well.</summary>
    /// <param name="migrating">Whether a migration is under way; at rest more must hold than during one.</param>
    IReadOnlyList<string> Violations(bool migrating);
}
