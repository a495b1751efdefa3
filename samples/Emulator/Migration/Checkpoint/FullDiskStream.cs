using Emulator.Migration.Wire;

namespace Emulator.Migration.Checkpoint;

/// <summary>A file on a disk that can be made full.</summary>
/// <param name="file">The file.</param>
internal sealed class FullDiskStream(Stream file) : WriteOnlyStream(file)
{
    /// <summary>Whether nothing fits any more.</summary>
    public bool IsFull { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsFull)
        {
            throw new IOException("no space left on device (injected)");
        }

        Behind.Write(buffer);
    }
}
