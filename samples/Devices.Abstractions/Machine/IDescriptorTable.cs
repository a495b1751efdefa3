namespace Devices;

/// <summary>The open descriptors of the machine's process.</summary>
public interface IDescriptorTable
{
    /// <summary>Opens an anonymous memory file.</summary>
    /// <returns>Its descriptor.</returns>
    /// <exception cref="IOException">There is none to be had.</exception>
    int OpenMemoryFile(string name);

    /// <summary>Whether the descriptor is open.</summary>
    bool IsOpen(int descriptor);

    /// <summary>Closes a descriptor.</summary>
    /// <exception cref="IOException">It is not open.</exception>
    void Close(int descriptor);
}
