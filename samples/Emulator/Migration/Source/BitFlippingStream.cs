using Emulator.Migration.Wire;

namespace Emulator.Migration.Source;

/// <summary>A line that changes one bit, once, in what it carries.</summary>
/// <param name="line">The line behind it.</param>
internal sealed class BitFlippingStream(Stream line) : WriteOnlyStream(line)
{
    private const int ShortestContent = 16;

    /// <summary>Whether the last bit of the next content is to be changed; frames stay whole.</summary>
    public bool IsArmed { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!IsArmed || buffer.Length < ShortestContent)
        {
            Behind.Write(buffer);
            return;
        }

        IsArmed = false;
        byte[] changed = buffer.ToArray();
        changed[^1] ^= 1;
        Behind.Write(changed);
    }
}
