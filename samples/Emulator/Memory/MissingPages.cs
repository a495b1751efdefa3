using System.Runtime.CompilerServices;

namespace Emulator.Memory;

/// <summary>The pages of RAM that a postcopy migration has still to bring: who touches one waits here until it is there.</summary>
/// <remarks>
/// Safe from any thread. The one who brings pages stores a page's content first and then takes its mark away; who reads and finds no mark finds the
/// content. No lock is held while a request is made: it goes over a line that the bringer of pages may have to empty first.
/// </remarks>
internal sealed class MissingPages
{
    private readonly object _lock = new();
    private readonly byte[] _missing;
    private readonly bool[] _requested;
    private readonly Action<int> _request;
    private string? _broken;

    /// <summary>Begins with the pages that are marked.</summary>
    /// <param name="missing">A mark for each page of RAM, 1: it is missing.</param>
    /// <param name="request">Asks for a page; called once for each page that somebody waits for. An <see cref="IOException"/> of it breaks the whole.</param>
    public MissingPages(ReadOnlySpan<byte> missing, Action<int> request)
    {
        _missing = missing.ToArray();
        _requested = new bool[missing.Length];
        _request = request;
        Left = missing.Count((byte)1);
    }

    /// <summary>How many pages are still missing.</summary>
    public int Left { get; private set; }

    /// <summary>How many pages were asked for because somebody waited for them.</summary>
    public int Requested { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMissing(int page) => Volatile.Read(ref _missing[page]) != 0;

    /// <summary>Returns when none of these pages is missing.</summary>
    /// <param name="first">The first page.</param>
    /// <param name="last">The last page.</param>
    /// <exception cref="PageLostException">One will not come any more.</exception>
    public void Await(int first, int last)
    {
        for (int page = first; page <= last; page++)
        {
            if (IsMissing(page))
            {
                Await(page);
            }
        }
    }

    /// <summary>A page's content is in RAM: whoever waits for it goes on.</summary>
    public void Arrived(int page)
    {
        lock (_lock)
        {
            if (IsMissing(page))
            {
                Volatile.Write(ref _missing[page], 0);
                Left--;
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>No more pages will come: whoever waits, or comes to wait, gets a <see cref="PageLostException"/>. Nothing happens if none is missing, or for the second time.</summary>
    /// <param name="reason">Why.</param>
    public void Break(string reason)
    {
        lock (_lock)
        {
            if (Left > 0)
            {
                _broken ??= reason;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private void Await(int page)
    {
        if (IsFirstToWaitFor(page))
        {
            Request(page);
        }

        lock (_lock)
        {
            while (IsMissing(page))
            {
                if (_broken is not null)
                {
                    throw new PageLostException(page, _broken);
                }

                Monitor.Wait(_lock);
            }
        }
    }

    private bool IsFirstToWaitFor(int page)
    {
        lock (_lock)
        {
            if (_requested[page] || !IsMissing(page) || _broken is not null)
            {
                return false;
            }

            Requested++;
            return _requested[page] = true;
        }
    }

    private void Request(int page)
    {
        try
        {
            _request(page);
        }
        catch (IOException e)
        {
            Break($"it cannot be asked for: {e.Message}");
        }
    }
}
