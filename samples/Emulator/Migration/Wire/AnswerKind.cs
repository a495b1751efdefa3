namespace Emulator.Migration.Wire;

/// <summary>What the destination says on the return path: a byte for the kind, two for the length of a text, and the text.</summary>
internal enum AnswerKind : byte
{
    /// <summary>The shape is accepted: pages may come.</summary>
    Accepted = 1,

    /// <summary>Everything has arrived and is loaded; the guest could be started.</summary>
    Loaded = 2,

    /// <summary>The guest runs here.</summary>
    Resumed = 3,

    /// <summary>It does not work; the text says why. Nothing follows.</summary>
    Refused = 4,
}
