namespace Emulator.Paths;

/// <summary>Who is at the other end.</summary>
internal enum Recipient
{
    /// <summary>A process that receives.</summary>
    Process,

    /// <summary>Nobody: the connection is refused.</summary>
    Nobody,

    /// <summary>Nobody can be there: there is no way to that address, and the attempt to connect fails at once.</summary>
    Nowhere,
}
