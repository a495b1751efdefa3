using Devices;
using Devices.Cpr;

namespace Emulator.Host;

/// <summary>The process as a board and its CPR devices use it.</summary>
internal interface IHostProcess : IDescriptorTable, IProcessImage
{
    /// <summary>Reads and writes a memory file, from its beginning; the descriptor stays open when the stream is closed.</summary>
    /// <exception cref="IOException">It is not open.</exception>
    Stream Open(int descriptor);

    /// <summary>Finds out whether <see cref="IProcessImage.Replace"/> would find a new image, while there is still a way back.</summary>
    /// <exception cref="IOException">It would not.</exception>
    void Rehearse();

    /// <summary>The file of the new image is gone from here on: for whoever wants to see what becomes of the guest then.</summary>
    void LoseImage();
}
