using Emulator.Migration.Wire;
using StreamReader = Emulator.Migration.Wire.StreamReader;
using StreamWriter = Emulator.Migration.Wire.StreamWriter;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>Peers that keep every single read and write within its timeout, and would need hours for a section.</summary>
public sealed class SlowPeerTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private readonly TrickleLine _line = new() { TimeAPiece = TimeSpan.FromSeconds(4) };

    [Fact]
    public void ASourceThatSendsAByteAtATimeIsCutOff()
    {
        _line.Put(Section(1000));
        using var reader = new StreamReader(_line, Clock());

        string message = Assert.Throws<StreamException>(() => { reader.ReadSection(); }).Message;

        Assert.Contains("the source is too slow: after 10 s", message, StringComparison.Ordinal);
        Assert.Contains("--section-timeout", message, StringComparison.Ordinal);
        Assert.Equal(4, _line.Pieces);
    }

    [Fact]
    public void ASourceIsCutOffBeforeItsFirstSectionToo()
    {
        _line.Put([.. StreamFormat.Magic, 1, 0, 0, 0]);
        using var reader = new StreamReader(_line, Clock());
        Assert.Contains("too slow", Assert.Throws<StreamException>(reader.ReadHeader).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADestinationThatAnswersAByteAtATimeIsCutOff()
    {
        _line.Put([(byte)AnswerKind.Refused, 200, 0, .. new byte[200]]);
        string message = Assert.Throws<DestinationException>(() => ReturnPath.Expect(_line, AnswerKind.Loaded, Clock())).Message;
        Assert.Contains("the destination is too slow: after 10 s", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADestinationThatTakesALittleAtATimeIsCutOff()
    {
        using var writer = new StreamWriter(_line, Clock());
        string message = Assert.Throws<IOException>(() => writer.WriteSection(StreamSection.Pages, new byte[200_000])).Message;
        Assert.Contains("the destination is too slow: after 10 s", message, StringComparison.Ordinal);
    }

    [Fact]
    public void EachSectionHasTheWholeTime()
    {
        _line.TimeAPiece = TimeSpan.FromSeconds(2);
        for (int section = 0; section < 5; section++)
        {
            _line.Put([(byte)StreamSection.Start, 0, 0, 0, 0]);
        }

        using var reader = new StreamReader(_line, Clock());
        for (int section = 0; section < 5; section++)
        {
            Assert.Equal(StreamSection.Start, reader.ReadSection().Kind);
        }

        Assert.Equal(25, _line.Pieces);
    }

    [Fact]
    public void TheWaitForASectionIsNotItsTime()
    {
        _line.Put([(byte)StreamSection.Start, 0, 0, 0, 0]);
        _line.TimeAPiece = TimeSpan.FromMinutes(1);
        _line.PiecesAreWhole = true;
        using var reader = new StreamReader(_line, Clock());
        Assert.Equal(StreamSection.Start, reader.ReadSection().Kind);
    }

    public void Dispose() => _line.Dispose();

    private SectionClock Clock() => new(s_limit, _line.Time);

    private static byte[] Section(int length) => [(byte)StreamSection.Device, .. BitConverter.GetBytes(length), .. new byte[length]];
}
