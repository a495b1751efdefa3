using System.Buffers;
using Devices;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Wire;
using StreamWriter = Emulator.Migration.Wire.StreamWriter;

namespace Emulator.Migration.Source;

/// <summary>Puts a machine into a migration stream.</summary>
/// <param name="shape">The shape to announce.</param>
/// <param name="machine">The machine.</param>
/// <param name="states">The devices' states, in the order in which they travel.</param>
/// <param name="stream">Where to.</param>
/// <param name="clock">How long a section may take.</param>
internal sealed class MachineSender(MachineShape shape, VirtualMachine machine, IReadOnlyList<DeviceState> states, Stream stream, SectionClock clock) : IDisposable
{
    private readonly StreamWriter _writer = new(stream, clock);
    private readonly ArrayBufferWriter<byte> _pages = new(StreamFormat.LengthOf(StreamSection.Pages).Most);
    private readonly byte[] _page = new byte[GuestMemory.PageSize];
    private readonly byte[] _marks = new byte[machine.Memory.PageCount];
    private ushort _pageCount;

    public long BytesSent => _writer.Offset;

    public void SendShape(MigrationMode mode)
    {
        _writer.WriteHeader();
        _writer.WriteSection(StreamSection.Shape, output =>
        {
            output.WriteUInt64((ulong)shape.MemoryBytes);
            output.WriteInt32(GuestMemory.PageSize);
            output.WriteInt32(shape.Vcpus);
            output.WriteByte((byte)states.Count);
            output.WriteByte((byte)mode);
            foreach (DeviceState device in states)
            {
                StreamWriter.WriteName(output, device.Name);
                output.WriteInt32(device.State.StateVersion);
            }
        });
    }

    /// <summary>Sends the pages that are dirty now, and takes their marks away. What the guest dirties meanwhile is the next round's.</summary>
    /// <param name="round">The number of the round.</param>
    /// <param name="sent">Called after each section with the number of pages so far: to report, to slow down, to give up.</param>
    /// <returns>How many there were.</returns>
    public int SendRound(int round, [InvokedInPlace] Action<int> sent)
    {
        machine.Memory.CopyMarks(_marks);
        BeginRound(round, _marks.AsSpan().Count((byte)1));
        int count = 0;
        for (int page = 0; page < machine.Memory.PageCount; page++)
        {
            if (_marks[page] == 0 || !machine.Memory.TryHarvest(page, _page))
            {
                continue;
            }

            Add(page);
            count++;
            if (_pageCount == StreamFormat.MostPagesASection)
            {
                Flush(StreamSection.Pages);
                sent(count);
            }
        }

        Flush(StreamSection.Pages);
        sent(count);
        return count;
    }

    /// <summary>Sends a machine's RAM as it was when it was frozen, as the one round there is.</summary>
    /// <param name="frozen">The RAM.</param>
    /// <param name="sent">Called after each section with the number of pages so far: to report, to slow down, to give up.</param>
    public void SendFrozen(FrozenPages frozen, [InvokedInPlace] Action<int> sent)
    {
        BeginRound(1, machine.Memory.PageCount);
        int count = 0;
        while (frozen.TryTake(_page, out int page))
        {
            Add(page);
            count++;
            if (_pageCount == StreamFormat.MostPagesASection)
            {
                Flush(StreamSection.Pages);
                sent(count);
            }
        }

        Flush(StreamSection.Pages);
        sent(count);
    }

    /// <summary>Sends the devices' states and the registers.</summary>
    public void SendState(SavedMachine saved)
    {
        foreach (SavedDevice device in saved.Devices)
        {
            _writer.WriteSection(StreamSection.Device, output =>
            {
                StreamWriter.WriteName(output, device.Name);
                output.WriteInt32(device.Version);
                output.Write(device.Content.Span);
            });
        }

        for (int vcpu = 0; vcpu < saved.Vcpus.Count; vcpu++)
        {
            int id = vcpu;
            _writer.WriteSection(StreamSection.Vcpu, output => VcpuRecord.Write(output, id, saved.Vcpus[id]));
        }
    }

    public void SendEnd() => _writer.WriteEnd();

    public void SendStart() => _writer.WriteSection(StreamSection.Start, []);

    public void SendCheckpoint() => _writer.WriteSection(StreamSection.Checkpoint, []);

    /// <summary>Sends which pages are dirty now and come after the start; the machine is stopped.</summary>
    /// <returns>A mark for each page, 1: it is missing over there.</returns>
    public byte[] SendMissing()
    {
        machine.Memory.CopyMarks(_marks);
        var bits = new byte[(_marks.Length + 7) / 8];
        for (int page = 0; page < _marks.Length; page++)
        {
            bits[page / 8] |= (byte)(_marks[page] << (page % 8));
        }

        _writer.WriteSection(StreamSection.Missing, bits);
        return [.. _marks];
    }

    /// <summary>Sends pages that are missing over there, in one section; the machine is stopped.</summary>
    public void SendPostcopy(ReadOnlySpan<int> pages)
    {
        foreach (int page in pages)
        {
            machine.Memory.ReadPage(page, _page);
            Add(page);
            if (_pageCount == StreamFormat.MostPagesASection)
            {
                Flush(StreamSection.PostcopyPages);
            }
        }

        Flush(StreamSection.PostcopyPages);
    }

    public void SendPostcopyEnd() => _writer.WriteSection(StreamSection.PostcopyEnd, []);

    public void SendAbort(string reason) => _writer.WriteAbort(reason);

    public void Dispose() => _writer.Dispose();

    private void BeginRound(int round, int pages) => _writer.WriteSection(StreamSection.Round, output =>
    {
        output.WriteInt32(round);
        output.WriteInt32(pages);
    });

    private void Add(int page)
    {
        if (_pageCount == 0)
        {
            _pages.ResetWrittenCount();
        }

        bool isZero = !_page.AsSpan().ContainsAnyExcept((byte)0);
        _pages.WriteInt32(page);
        _pages.WriteByte(isZero ? (byte)0 : (byte)1);
        if (!isZero)
        {
            _pages.Write(_page);
        }

        _pageCount++;
    }

    private void Flush(StreamSection section)
    {
        if (_pageCount == 0)
        {
            return;
        }

        ushort count = _pageCount;
        _pageCount = 0;
        _writer.WriteSection(section, output =>
        {
            output.WriteByte((byte)count);
            output.WriteByte((byte)(count >> 8));
            output.Write(_pages.WrittenSpan);
        });
    }
}
