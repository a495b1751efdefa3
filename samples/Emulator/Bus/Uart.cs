using System.Buffers;
using System.Text;
using Devices;

namespace Emulator.Bus;

/// <summary>The part of a 16550 that a guest needs to print: the transmit register and a line status that says "ready".</summary>
/// <remarks>Output is handed on by whole lines. A line that the guest has begun is state: it travels, and the destination prints it whole.</remarks>
internal sealed class Uart : IBusDevice, IMigratableState
{
    /// <summary>Longer lines are broken.</summary>
    public const int LongestLine = 512;

    private const ulong TransmitRegister = 0;
    private const ulong LineStatusRegister = 5;
    private const ulong TransmitterEmpty = 0x60;

    private readonly Lock _lock = new();
    private readonly List<byte> _line = [];

    /// <summary>Called with each whole line, without its end, by the vCPU that ended it; must not stop the machine.</summary>
    public event Action<string>? LinePrinted;

    public ulong Address => 0x1000_0000;

    public ulong Length => 0x100;

    public int StateVersion => 1;

    public bool TryRead(ulong offset, int size, out ulong value)
    {
        value = offset == LineStatusRegister ? TransmitterEmpty : 0;
        return size == 1 && offset < 8;
    }

    public bool TryWrite(ulong offset, int size, ulong value)
    {
        if (size != 1 || offset >= 8)
        {
            return false;
        }

        if (offset == TransmitRegister && Transmit((byte)value) is { } line)
        {
            LinePrinted?.Invoke(line);
        }

        return true;
    }

    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        lock (_lock)
        {
            output.WriteInt32(_line.Count);
            foreach (byte character in _line)
            {
                output.WriteByte(character);
            }
        }
    }

    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader("uart", version, StateVersion, state);
        var line = new byte[reader.ReadInt32("length of the begun line", 0, LongestLine)];
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = reader.ReadByte();
        }

        reader.End();
        lock (_lock)
        {
            _line.Clear();
            _line.AddRange(line);
        }
    }

    private string? Transmit(byte character)
    {
        lock (_lock)
        {
            if (character != '\n')
            {
                _line.Add(character is >= 0x20 and < 0x7F ? character : (byte)'?');
                if (_line.Count < LongestLine)
                {
                    return null;
                }
            }

            string line = Encoding.ASCII.GetString(_line.ToArray());
            _line.Clear();
            return line;
        }
    }
}
