using Emulator.Migration.Wire;

namespace Emulator.Migration.Source;

/// <summary>The pages that the destination still lacks, in the order in which they are sent: those that somebody waits for there, then the others.</summary>
/// <param name="missing">A mark for each page, 1: it is missing.</param>
internal sealed class PostcopyQueue(ReadOnlySpan<byte> missing)
{
    private const byte Unsent = 1;
    private const byte Sent = 2;

    private readonly byte[] _pages = missing.ToArray();
    private readonly bool[] _requested = new bool[missing.Length];
    private readonly Queue<int> _urgent = [];
    private int _next;

    /// <summary>How many there were in the beginning.</summary>
    public int Total { get; } = missing.Count(Unsent);

    /// <summary>How many were not sent yet.</summary>
    public int Left { get; private set; } = missing.Count(Unsent);

    /// <summary>How many were asked for.</summary>
    public int Requested { get; private set; }

    /// <summary>How many of those were sent for that reason; the others were on their way.</summary>
    public int SentOnRequest { get; private set; }

    /// <summary>What was done, for people.</summary>
    public override string ToString() => $"{Total - Left} of {Total} missing pages sent, {SentOnRequest} of them on request ({Requested} requests)";

    /// <summary>The destination waits for a page.</summary>
    /// <exception cref="DestinationException">It has that page, or has asked for it already: it asks for each once at most.</exception>
    public void Request(uint page)
    {
        if (page >= _pages.Length || _pages[page] == 0)
        {
            throw new DestinationException($"the destination asks for page {page}, which it does not lack; check what listens there");
        }

        if (_requested[page])
        {
            throw new DestinationException($"the destination asks for page {page} twice; check what listens there");
        }

        _requested[page] = true;
        Requested++;
        if (_pages[page] == Unsent)
        {
            _urgent.Enqueue((int)page);
        }
    }

    /// <summary>Takes pages that somebody waits for, as many as there are and fit.</summary>
    /// <returns>How many.</returns>
    public int TakeUrgent(Span<int> pages)
    {
        int count = 0;
        while (count < pages.Length && _urgent.TryDequeue(out int page))
        {
            if (TryTake(page))
            {
                pages[count++] = page;
                SentOnRequest++;
            }
        }

        return count;
    }

    /// <summary>Takes the next pages, as many as there are and fit.</summary>
    /// <returns>How many.</returns>
    public int TakeNext(Span<int> pages)
    {
        int count = 0;
        for (; count < pages.Length && _next < _pages.Length; _next++)
        {
            if (TryTake(_next))
            {
                pages[count++] = _next;
            }
        }

        return count;
    }

    private bool TryTake(int page)
    {
        if (_pages[page] != Unsent)
        {
            return false;
        }

        _pages[page] = Sent;
        Left--;
        return true;
    }
}
