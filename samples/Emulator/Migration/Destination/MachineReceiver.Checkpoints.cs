using Emulator.Migration.Wire;

namespace Emulator.Migration.Destination;

/// <content>A guest that is loaded again and again while it runs on at the source.</content>
internal sealed partial class MachineReceiver
{
    /// <summary>Waits until the source gives the guest up that was loaded, or lets it run on and is about to send it once more.</summary>
    /// <returns>Whether it was given up.</returns>
    /// <exception cref="StreamException">The source says something else.</exception>
    public bool TryReceiveStart()
    {
        SectionContent content = _reader.ReadSection();
        if (content.Kind != StreamSection.Checkpoint || IsPostcopy)
        {
            AcceptStart(content);
            return true;
        }

        // RAM stays: the next checkpoint brings only what has changed since.
        content.End();
        Array.Clear(_devices);
        Array.Clear(_vcpus);
        return false;
    }
}
