using Emulator.Migration.Source;
using Emulator.Migration.Wire;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

public sealed class PostcopyQueueTests
{
    private readonly PostcopyQueue _queue = new([0, 1, 1, 0, 1, 1, 1, 0]);

    [Fact]
    public void WhatSomebodyWaitsForComesFirstAndNothingComesTwice()
    {
        Assert.Equal([1], Next(1));
        _queue.Request(6);
        _queue.Request(1); // on its way
        _queue.Request(4);
        Assert.Equal([6, 4], Urgent(8));
        Assert.Equal([2, 5], Next(8));
        Assert.Empty(Next(8));
        Assert.Empty(Urgent(8));
        Assert.Equal((5, 0, 3, 2), (_queue.Total, _queue.Left, _queue.Requested, _queue.SentOnRequest));
        Assert.Equal("5 of 5 missing pages sent, 2 of them on request (3 requests)", _queue.ToString());
    }

    [Fact]
    public void ARequestThatWaitsIsNotSentByTheBackgroundAndThenAgain()
    {
        _queue.Request(2);
        Assert.Equal([1, 2, 4, 5, 6], Next(8));
        Assert.Empty(Urgent(8));
    }

    [Theory]
    [InlineData(0U)]
    [InlineData(7U)]
    [InlineData(8U)]
    [InlineData(uint.MaxValue)]
    public void APageThatIsNotMissingIsNotAskedFor(uint page) =>
        Assert.Contains($"page {page}, which it does not lack", Assert.Throws<DestinationException>(() => _queue.Request(page)).Message, StringComparison.Ordinal);

    [Fact]
    public void RequestsDoNotGoOnForEver()
    {
        _queue.Request(5);
        Assert.Contains("page 5 twice", Assert.Throws<DestinationException>(() => _queue.Request(5)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void AListOfPagesIsWhole(int bytes) =>
        Assert.Contains($"{bytes} bytes", Assert.Throws<DestinationException>(() => new Answer(AnswerKind.PageRequest, new byte[bytes]).ReadPages()).Message, StringComparison.Ordinal);

    private int[] Next(int most)
    {
        var pages = new int[most];
        return pages[.._queue.TakeNext(pages)];
    }

    private int[] Urgent(int most)
    {
        var pages = new int[most];
        return pages[.._queue.TakeUrgent(pages)];
    }
}
