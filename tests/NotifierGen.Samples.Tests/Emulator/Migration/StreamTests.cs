using System.Buffers.Binary;
using Devices;
using Emulator.Machine;
using Emulator.Memory;
using Emulator.Migration.Wire;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

[Collection(HeavyTests.Name)]
public sealed class StreamTests(RecordedStream recorded) : IClassFixture<RecordedStream>
{
    private const int HeaderLength = 12;
    private const int FrameLength = StreamFormat.FrameLength;

    [Fact]
    public void AMachineArrivesAsItLeft()
    {
        recorded.Receive(recorded.Bytes, recorded.Bytes.Length);

        AssertTheSame(recorded);
    }

    [Fact]
    public void WhatChangedBehindACheckpointArrivesWithTheNextOne()
    {
        // Its machine changes on the way, which the other tests' must not.
        using var changing = new RecordedStream();
        byte[] bytes = changing.RecordCheckpoint(sendState: true);
        changing.Receive(bytes, bytes.Length);

        AssertTheSame(changing);
    }

    [Fact]
    public void TheStateOfTheLastCheckpointDoesNotDoForTheNextOne()
    {
        using var changing = new RecordedStream();
        byte[] bytes = changing.RecordCheckpoint(sendState: false);

        StreamException refused = Assert.Throws<StreamException>(() => changing.Receive(bytes, bytes.Length));
        Assert.Contains("never came", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPrefixIsRefused()
    {
        for (int length = 0; length < recorded.Bytes.Length; length++)
        {
            Assert.Throws<StreamException>(() => recorded.Receive(recorded.Bytes, length));
        }
    }

    [Fact]
    public void EveryChangedBitOutsideOfPagesIsRefused()
    {
        byte[] bytes = [.. recorded.Bytes];
        for (int offset = 0; offset < bytes.Length; offset++)
        {
            bool inAPage = offset > 1000 && offset % 61 != 0 && offset < bytes.Length - 3000;
            if (inAPage)
            {
                continue;
            }

            bytes[offset] ^= (byte)(1 << (offset % 8));
            Assert.Throws<StreamException>(() => recorded.Receive(bytes, bytes.Length));
            bytes[offset] = recorded.Bytes[offset];
        }
    }

    [Fact]
    public void RandomDamageIsRefused()
    {
        var random = new Random(20);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = [.. recorded.Bytes];
            for (int changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (!bytes.AsSpan().SequenceEqual(recorded.Bytes))
            {
                Assert.Throws<StreamException>(() => recorded.Receive(bytes, random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length)));
            }
        }
    }

    [Fact]
    public void WrongMagicAndWrongVersionAreNamed()
    {
        Assert.Contains("magic", Refusal(bytes => bytes[0] = (byte)'G'), StringComparison.Ordinal);
        Assert.Contains("version 7, this side understands version 2", Refusal(bytes => bytes[8] = 7), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256 * 1024, 2, "262144 bytes of RAM, this one 131072")]
    [InlineData(128 * 1024, 3, "3 vCPUs, this one 2")]
    public void AnotherMachinesShapeIsRefused(int memory, int vcpus, string expected)
    {
        byte[] bytes = recorded.Record(new MachineShape(memory, vcpus));
        string message = Assert.Throws<StreamException>(() => recorded.Receive(bytes, bytes.Length)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("--memory", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOversizedLengthIsRefusedBeforeAnythingIsAllocated()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string message = Refusal(bytes => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(HeaderLength + 1), 0x7FFF_FFFF));
        Assert.Contains("2147483647 bytes", message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void BytesAfterTheEndAreRefused()
    {
        byte[] bytes = [.. recorded.Bytes, 0];
        Assert.Contains("after the end", Assert.Throws<StreamException>(() => recorded.Receive(bytes, bytes.Length)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APageOutsideTheRamIsRefused() =>
        Assert.Contains("page 4096 came", Refused(WithSections(Numbers(StreamSection.Round, 1, 1), Page(4096))), StringComparison.Ordinal);

    [Fact]
    public void AnUnknownSectionIsRefused() =>
        Assert.Contains("no section of kind 99", Refused(WithSections(Numbers((StreamSection)99))), StringComparison.Ordinal);

    [Fact]
    public void PagesWithoutARoundAreRefused() =>
        Assert.Contains("cannot come here", Refused(WithSections(Page(0))), StringComparison.Ordinal);

    [Fact]
    public void EndlessRoundsAreRefused() =>
        Assert.Contains("round 101", Refused(WithSections([.. Enumerable.Range(1, 101).Select(round => Numbers(StreamSection.Round, round, 0))])), StringComparison.Ordinal);

    [Fact]
    public void AnEndlessRoundIsRefused() =>
        Assert.Contains("pages came in one round", Refused(WithSections([Numbers(StreamSection.Round, 1, 0), .. Enumerable.Range(0, 33).Select(_ => Page(0))])), StringComparison.Ordinal);

    [Fact]
    public void ADeviceAndAVcpuComeOnce()
    {
        byte[] device = Section(StreamSection.Device, [4, .. "uart"u8, 1, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Contains("uart came twice", Refused(WithSections(device, device)), StringComparison.Ordinal);
        byte[] vcpu = Section(StreamSection.Vcpu, new byte[StreamFormat.VcpuLength]);
        Assert.Contains("vCPU 0 came twice", Refused(WithSections(vcpu, vcpu)), StringComparison.Ordinal);
        byte[] unknown = Section(StreamSection.Device, [4, .. "nope"u8, 1, 0, 0, 0]);
        Assert.Contains("no device nope", Refused(WithSections(unknown)), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatNeverCameIsNamed()
    {
        using var output = new MemoryStream();
        using var writer = new global::Emulator.Migration.Wire.StreamWriter(output, new SectionClock(SectionClock.DefaultLimit, TimeProvider.System));
        int shapeLength = HeaderLength + FrameLength + BinaryPrimitives.ReadInt32LittleEndian(recorded.Bytes.AsSpan(HeaderLength + 1));
        writer.WriteHeader();
        writer.WriteSection(StreamSection.Shape, recorded.Bytes.AsSpan(HeaderLength + FrameLength, shapeLength - HeaderLength - FrameLength));
        writer.WriteEnd();
        Assert.Contains("page 0 never came", Refused(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void ADevicesOwnCheckCountsToo()
    {
        Board board = recorded.Destination;
        IMigratableState uart = board.States.Single(state => state.Name == "uart").State;
        Assert.Throws<InvalidDeviceStateException>(() => uart.Load(MigrationMode.Normal, 1, [255, 255, 255, 127]));
        Assert.Throws<InvalidDeviceStateException>(() => uart.Load(MigrationMode.Normal, 2, [0, 0, 0, 0]));
    }

    private string Refusal(Action<byte[]> change)
    {
        byte[] bytes = [.. recorded.Bytes];
        change(bytes);
        return Refused(bytes);
    }

    private string Refused(byte[] bytes) => Assert.Throws<StreamException>(() => recorded.Receive(bytes, bytes.Length)).Message;

    /// <summary>The right header and shape, and then these sections.</summary>
    private byte[] WithSections(params byte[][] sections)
    {
        int shapeLength = HeaderLength + FrameLength + BinaryPrimitives.ReadInt32LittleEndian(recorded.Bytes.AsSpan(HeaderLength + 1));
        return [.. recorded.Bytes[..shapeLength], .. sections.SelectMany(section => section)];
    }

    private static byte[] Page(int page) => Section(StreamSection.Pages, [1, 0, .. BitConverter.GetBytes(page), 0]);

    private static byte[] Numbers(StreamSection kind, params int[] numbers) => Section(kind, numbers.SelectMany(BitConverter.GetBytes).ToArray());

    private static byte[] Section(StreamSection kind, byte[] content) => [(byte)kind, .. BitConverter.GetBytes(content.Length), .. content];

    private static void AssertTheSame(RecordedStream stream)
    {
        var there = new byte[RecordedStream.Shape.MemoryBytes];
        var here = new byte[RecordedStream.Shape.MemoryBytes];
        stream.Source.Machine.Memory.Read(GuestMemory.BaseAddress, there);
        stream.Destination.Machine.Memory.Read(GuestMemory.BaseAddress, here);
        Assert.Equal(there, here);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(stream.Source.Machine.Harts[i].Save().Registers, stream.Destination.Machine.Harts[i].Save().Registers);
            Assert.Equal(stream.Source.Machine.Harts[i].Pc, stream.Destination.Machine.Harts[i].Pc);
        }
    }
}
