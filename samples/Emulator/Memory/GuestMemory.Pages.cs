namespace Emulator.Memory;

/// <content>RAM page by page: what a migration or a snapshot takes out, and what it brings.</content>
internal sealed unsafe partial class GuestMemory
{
    public void MarkDirty(ulong address) => Volatile.Write(ref _dirty[(address - BaseAddress) >> PageBits], 1);

    public void MarkAllDirty() => new Span<byte>(_dirty, PageCount).Fill(1);

    /// <summary>Forgets all marks; before a first round that sends every page.</summary>
    public void MarkAllClean()
    {
        new Span<byte>(_dirty, PageCount).Clear();
        Interlocked.MemoryBarrier();
    }

    /// <summary>How many pages are marked now.</summary>
    public int CountDirty() => new ReadOnlySpan<byte>(_dirty, PageCount).Count((byte)1);

    /// <summary>Copies the marks as they are now: 1 for each page that is dirty.</summary>
    public void CopyMarks(Span<byte> marks) => new ReadOnlySpan<byte>(_dirty, PageCount).CopyTo(marks);

    /// <summary>Takes a page's mark away and copies the page. Any thread, also while vCPUs write: then the copy may be torn, and the page is marked again.</summary>
    /// <returns>Whether the page was marked; if not, nothing is copied.</returns>
    public bool TryHarvest(int page, Span<byte> copy)
    {
        if (Volatile.Read(ref _dirty[page]) == 0 || Interlocked.Exchange(ref _dirty[page], 0) == 0)
        {
            return false;
        }

        ReadPage(page, copy);
        return true;
    }

    public void ReadPage(int page, Span<byte> copy) => Page(page).CopyTo(copy);

    public void WritePage(int page, ReadOnlySpan<byte> content)
    {
        content.CopyTo(WritablePage(page));
        Volatile.Write(ref _dirty[page], 1);
    }

    public void ClearPage(int page)
    {
        WritablePage(page).Clear();
        Volatile.Write(ref _dirty[page], 1);
    }

    /// <summary>From now on every access waits for the pages that are missing. Nobody touches the RAM at this moment.</summary>
    public void BeginPostcopy(MissingPages missing)
    {
        _missing = missing;
        _isGuarded = true;
    }

    /// <summary>Puts the content of a missing page in its place and lets go on who waits for it; one thread does that.</summary>
    /// <param name="page">The page.</param>
    /// <param name="content">Its content; empty: zeros.</param>
    /// <returns>Whether the page was missing; if not, nothing is changed: it may be the guest's own by now.</returns>
    public bool TryBring(int page, ReadOnlySpan<byte> content)
    {
        if (_missing is not { } missing || !missing.IsMissing(page))
        {
            return false;
        }

        if (content.IsEmpty)
        {
            RawPage(page).Clear();
        }
        else
        {
            content.CopyTo(RawPage(page));
        }

        Volatile.Write(ref _dirty[page], 1);
        missing.Arrived(page);
        return true;
    }

    /// <summary>All pages are there: nobody has to look for them any more.</summary>
    public void EndPostcopy()
    {
        _missing = null;
        _isGuarded = _frozen is not null;
    }

    /// <summary>From now on every write has the page as it is now kept first. Nobody touches the RAM at this moment.</summary>
    public FrozenPages Freeze()
    {
        if (_missing is not null)
        {
            throw new InvalidOperationException("RAM of which pages are missing cannot be kept as it is: wait for the end of the postcopy migration.");
        }

        var frozen = new FrozenPages(this);
        _frozen = frozen;
        _isGuarded = true;
        return frozen;
    }

    /// <summary>The snapshot is written, or never will be: nothing has to be kept any more.</summary>
    public void Thaw()
    {
        _frozen = null;
        _isGuarded = _missing is not null;
    }

    private Span<byte> Page(int page)
    {
        Span<byte> content = RawPage(page);
        _missing?.Await(page, page);
        return content;
    }

    private Span<byte> RawPage(int page)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)page, (uint)PageCount, nameof(page));
        return new Span<byte>(_bytes + ((long)page << PageBits), PageSize);
    }

    private Span<byte> WritablePage(int page)
    {
        Span<byte> content = Page(page);
        _frozen?.Keep(page, page);
        return content;
    }
}
