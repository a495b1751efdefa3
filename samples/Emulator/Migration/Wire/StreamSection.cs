namespace Emulator.Migration.Wire;

/// <summary>The sections of a migration stream, in the order in which they come: each a byte for its kind, four for its length, and its content.</summary>
internal enum StreamSection : byte
{
    /// <summary>Magic and version, without a frame of their own.</summary>
    Header = 0,

    /// <summary>What the source's machine looks like.</summary>
    Shape = 1,

    /// <summary>A round of pre-copy begins.</summary>
    Round = 2,

    /// <summary>Pages of RAM.</summary>
    Pages = 3,

    /// <summary>A device's state.</summary>
    Device = 4,

    /// <summary>A vCPU's registers.</summary>
    Vcpu = 5,

    /// <summary>That was all: a digest of every byte before this section.</summary>
    End = 6,

    /// <summary>The guest is the destination's. The source has given it up and sends nothing more.</summary>
    Start = 7,

    /// <summary>The source has changed its mind; the content says why. May come instead of any section after the shape.</summary>
    Abort = 8,

    /// <summary>Postcopy: a bit for each page of RAM, set if the page comes after the start. Between the last round and the devices.</summary>
    Missing = 9,

    /// <summary>Postcopy: pages that were missing, after the start. Sealed, because the guest uses them at once.</summary>
    PostcopyPages = 10,

    /// <summary>Postcopy: every missing page was sent. Sealed.</summary>
    PostcopyEnd = 11,

    /// <summary>Instead of the start: the guest runs on at the source, which will send what has changed, and then all devices and vCPUs once more.</summary>
    Checkpoint = 12,
}
