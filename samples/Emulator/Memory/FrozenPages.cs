namespace Emulator.Memory;

/// <summary>RAM as it was at one moment, for a snapshot that is written while the guest runs on: who is about to write a page keeps a copy of it first.</summary>
/// <remarks>
/// Safe from any thread. A page's mark is taken away after its content was copied, so whoever finds no mark may write. No one who writes waits for the
/// disk: what is kept takes memory instead, at most as much as the RAM has, and is given back first.
/// </remarks>
/// <param name="memory">The RAM; nobody writes to it at this moment.</param>
internal sealed class FrozenPages(GuestMemory memory)
{
    private readonly Lock _lock = new();
    private readonly bool[] _frozen = [.. Enumerable.Repeat(true, memory.PageCount)];
    private readonly Queue<KeptPage> _kept = [];
    private int _next;

    /// <summary>How many pages were copied because somebody was about to write them.</summary>
    public int CopiedBeforeWrite { get; private set; }

    /// <summary>Keeps a copy of each of these pages that is still as it was; they may be written afterwards.</summary>
    public void Keep(int first, int last)
    {
        for (int page = first; page <= last; page++)
        {
            if (Volatile.Read(ref _frozen[page]))
            {
                Keep(page);
            }
        }
    }

    /// <summary>Takes a page out, as it was; each comes once, in no order. One thread does that.</summary>
    /// <param name="copy">Its content.</param>
    /// <param name="page">Its number.</param>
    /// <returns>Whether there was one left.</returns>
    public bool TryTake(Span<byte> copy, out int page)
    {
        lock (_lock)
        {
            if (_kept.TryDequeue(out KeptPage kept))
            {
                kept.Content.CopyTo(copy);
                page = kept.Page;
                return true;
            }

            while (_next < _frozen.Length && !_frozen[_next])
            {
                _next++;
            }

            page = _next;
            if (page == _frozen.Length)
            {
                return false;
            }

            memory.ReadPage(page, copy);
            Volatile.Write(ref _frozen[page], false);
            return true;
        }
    }

    private void Keep(int page)
    {
        lock (_lock)
        {
            // Another writer, or the snapshot itself, may have been faster.
            if (_frozen[page])
            {
                var content = new byte[GuestMemory.PageSize];
                memory.ReadPage(page, content);
                _kept.Enqueue(new KeptPage(page, content));
                CopiedBeforeWrite++;
                Volatile.Write(ref _frozen[page], false);
            }
        }
    }

    private readonly record struct KeptPage(int Page, byte[] Content);
}
