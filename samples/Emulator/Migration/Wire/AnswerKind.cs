namespace Emulator.Migration.Wire;

/// <summary>What the destination says on the return path: a byte for the kind, two for the length of what follows, and mostly a text.</summary>
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

    /// <summary>Postcopy: somebody waits for these pages, four bytes each.</summary>
    PageRequest = 5,

    /// <summary>Postcopy: the last missing page has arrived.</summary>
    Whole = 6,
}
