using System.Buffers.Binary;
using Emulator.Memory;
using Emulator.Migration.Wire;
using StreamWriter = Emulator.Migration.Wire.StreamWriter;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>The sections of postcopy, from a source that nobody vouches for.</summary>
[Collection(HeavyTests.Name)]
public sealed class PostcopyStreamTests : IClassFixture<RecordedStream>
{
    private const int HeaderLength = 12;
    private const int FrameLength = StreamFormat.FrameLength;
    private const int PageContent = 2 + StreamFormat.PageHeaderLength;

    private readonly RecordedStream _recorded;
    private readonly byte[] _bytes;
    private int _postcopyBegins;

    public PostcopyStreamTests(RecordedStream recorded)
    {
        _recorded = recorded;
        _bytes = recorded.RecordPostcopy(length => _postcopyBegins = length);
    }

    private static int BitmapLength => RecordedStream.Shape.Pages / 8;

    [Fact]
    public void AMachineArrivesAsItLeft()
    {
        _recorded.Receive(_bytes, _bytes.Length);

        var there = new byte[RecordedStream.Shape.MemoryBytes];
        var here = new byte[RecordedStream.Shape.MemoryBytes];
        _recorded.Source.Machine.Memory.Read(GuestMemory.BaseAddress, there);
        _recorded.Destination.Machine.Memory.Read(GuestMemory.BaseAddress, here);
        Assert.Equal(there, here);
        Assert.Equal(0xFEED_0000UL + 31, BinaryPrimitives.ReadUInt64LittleEndian(here.AsSpan(31 * GuestMemory.PageSize)));
    }

    [Fact]
    public void EveryPrefixIsRefused()
    {
        for (int length = _postcopyBegins; length < _bytes.Length; length += IsInAPage(length) ? 61 : 1)
        {
            Assert.Throws<StreamException>(() => _recorded.Receive(_bytes, length));
        }
    }

    [Fact]
    public void EveryChangedBitIsRefused()
    {
        byte[] bytes = [.. _bytes];
        for (int offset = _postcopyBegins; offset < bytes.Length; offset += IsInAPage(offset) ? 61 : 1)
        {
            bytes[offset] ^= (byte)(1 << (offset % 8));
            Assert.Throws<StreamException>(() => _recorded.Receive(bytes, bytes.Length));
            bytes[offset] = _bytes[offset];
        }
    }

    [Fact]
    public void RandomDamageIsRefused()
    {
        var random = new Random(21);
        for (int i = 0; i < 1000; i++)
        {
            byte[] bytes = [.. _bytes];
            for (int changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(_postcopyBegins, bytes.Length)] ^= (byte)random.Next(1, 256);
            }

            if (!bytes.AsSpan().SequenceEqual(_bytes))
            {
                Assert.Throws<StreamException>(() => _recorded.Receive(bytes, bytes.Length));
            }
        }
    }

    [Fact]
    public void ADamagedPageNeverReachesTheGuest()
    {
        // The first page of postcopy is the first section behind the start.
        int content = StartEnds() + FrameLength + PageContent;
        byte[] bytes = [.. _bytes];
        bytes[content + 5] ^= 1;
        byte[] before = Page(31);

        Assert.Contains("did not arrive as it was sent (section PostcopyPages", Refused(bytes), StringComparison.Ordinal);
        Assert.Equal(before, Page(31));
    }

    [Fact]
    public void TheListOfMissingPagesHasABitForEachPage()
    {
        Assert.Contains("5 bytes say which pages are missing, for 32 pages it takes 4", Refused(Before(Missing(BitmapLength + 1, 3))), StringComparison.Ordinal);
        Assert.Contains("0 bytes, it has 1 to", Refused(Before(writer => writer.WriteSection(StreamSection.Missing, []))), StringComparison.Ordinal);
    }

    [Fact]
    public void TheListOfMissingPagesComesOnceAndBehindARound()
    {
        Assert.Contains("cannot come here", Refused(Before(Missing(BitmapLength, 3), Missing(BitmapLength, 3))), StringComparison.Ordinal);
        Assert.Contains("cannot come here", Refused(Before(Missing(BitmapLength, 3), Round(2))), StringComparison.Ordinal);
        Assert.Contains("cannot come here", Refused(Before(Missing(BitmapLength, 3), Pages(StreamSection.Pages, 3))), StringComparison.Ordinal);
        Assert.Contains("cannot come here", Refused(WithShape(Missing(BitmapLength, 3))), StringComparison.Ordinal);
    }

    [Fact]
    public void PagesOfPostcopyComeAfterTheStart()
    {
        Assert.Contains("cannot come here", Refused(Before(Missing(BitmapLength, 3), Pages(StreamSection.PostcopyPages, 3))), StringComparison.Ordinal);
        Assert.Contains("cannot come here", Refused(Before(writer => writer.WriteSection(StreamSection.PostcopyEnd, []))), StringComparison.Ordinal);
    }

    [Fact]
    public void APageThatIsNotMissingIsRefused()
    {
        Assert.Contains("page 4 came, which was not missing", Refused(After(Pages(StreamSection.PostcopyPages, 4))), StringComparison.Ordinal);
        Assert.Contains("page 9 came, which was not missing", Refused(After(Pages(StreamSection.PostcopyPages, 9, 9))), StringComparison.Ordinal);
        Assert.Contains("page 32 came, there are 32", Refused(After(Pages(StreamSection.PostcopyPages, 32))), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEndWithPagesMissingIsRefused() =>
        Assert.Contains("the end came, and 2 pages are missing", Refused(After(Pages(StreamSection.PostcopyPages, 12), writer => writer.WriteSection(StreamSection.PostcopyEnd, []))), StringComparison.Ordinal);

    [Fact]
    public void OtherSectionsDoNotComeAfterTheStart()
    {
        Assert.Contains("cannot come here", Refused(After(Pages(StreamSection.Pages, 12))), StringComparison.Ordinal);
        Assert.Contains("cannot come here", Refused(After(writer => writer.WriteSection(StreamSection.Start, []))), StringComparison.Ordinal);
        Assert.Contains("the source gave up: no more", Refused(After(writer => writer.WriteAbort("no more"))), StringComparison.Ordinal);
    }

    [Fact]
    public void BytesAfterTheEndAreRefused() =>
        Assert.Contains("after the end", Refused([.. _bytes, 0]), StringComparison.Ordinal);

    private string Refused(byte[] bytes) => Assert.Throws<StreamException>(() => _recorded.Receive(bytes, bytes.Length)).Message;

    private byte[] Page(int page)
    {
        var content = new byte[GuestMemory.PageSize];
        _recorded.Destination.Machine.Memory.ReadPage(page, content);
        return content;
    }

    private bool IsInAPage(int offset) => offset > _postcopyBegins + 1600 && offset < _bytes.Length - 200;

    /// <summary>The right shape and these sections.</summary>
    private byte[] WithShape(params Action<StreamWriter>[] sections) => Written(HeaderLength + FrameLength + BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(HeaderLength + 1)), sections);

    /// <summary>The right stream up to the postcopy, and then these sections.</summary>
    private byte[] Before(params Action<StreamWriter>[] sections) => Written(_postcopyBegins, sections);

    /// <summary>The right stream up to the start, and then these sections.</summary>
    private byte[] After(params Action<StreamWriter>[] sections) => Written(StartEnds(), sections);

    private int StartEnds()
    {
        ReadOnlySpan<byte> start = [(byte)StreamSection.Start, 0, 0, 0, 0];
        return _bytes.AsSpan().LastIndexOf(start) + FrameLength;
    }

    /// <summary>Replays the right stream through a writer, so that the seals behind it are right as well.</summary>
    private byte[] Written(int length, Action<StreamWriter>[] sections)
    {
        using var output = new MemoryStream();
        using var writer = new StreamWriter(output, new SectionClock(SectionClock.DefaultLimit, TimeProvider.System));
        writer.WriteHeader();
        for (int offset = HeaderLength; offset < length;)
        {
            int content = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(offset + 1));
            writer.WriteSection((StreamSection)_bytes[offset], _bytes.AsSpan(offset + FrameLength, content));
            offset += FrameLength + content;
        }

        Assert.Equal(_bytes[..length], output.ToArray());
        Array.ForEach(sections, section => section(writer));
        return output.ToArray();
    }

    private static Action<StreamWriter> Missing(int length, int page) => writer =>
    {
        var bits = new byte[length];
        bits[page / 8] |= (byte)(1 << (page % 8));
        writer.WriteSection(StreamSection.Missing, bits);
    };

    private static Action<StreamWriter> Round(int number) => writer => writer.WriteSection(StreamSection.Round, [.. BitConverter.GetBytes(number), 0, 0, 0, 0]);

    private static Action<StreamWriter> Pages(StreamSection section, params int[] pages) =>
        writer => writer.WriteSection(section, [(byte)pages.Length, 0, .. pages.SelectMany<int, byte>(page => [.. BitConverter.GetBytes(page), 0])]);
}
