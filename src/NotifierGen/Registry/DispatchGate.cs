namespace NotifierGen.Registry;

/// <summary>
/// Knows whether dispatches are under way. Usually there is one at a time: it takes the gate with one interlocked instruction and leaves it with none.
/// </summary>
internal struct DispatchGate
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int Closed = 2;

    private int _first;

    // Those that began while the first was under way.
    private int _others;

    /// <summary>Whether a dispatch is under way. A full fence: whoever begins after this sees what was written before it.</summary>
    public bool IsOccupied
    {
        get
        {
            Interlocked.MemoryBarrier();
            return Volatile.Read(ref _first) != Free || Volatile.Read(ref _others) != 0;
        }
    }

    /// <summary>A dispatch begins. Waits while the gate is closed. A full fence.</summary>
    /// <returns>What to give back to <see cref="Leave"/>.</returns>
    public bool Enter()
    {
        if (Interlocked.CompareExchange(ref _first, Taken, Free) == Free)
        {
            return true;
        }

        EnterBesideOthers();
        return false;
    }

    /// <summary>The dispatch is over.</summary>
    public void Leave(bool isFirst)
    {
        if (isFirst)
        {
            Volatile.Write(ref _first, Free);
        }
        else
        {
            Interlocked.Decrement(ref _others);
        }
    }

    /// <summary>Lets no dispatch begin until <see cref="Open"/>; false if one is under way.</summary>
    public bool TryClose()
    {
        if (Interlocked.CompareExchange(ref _first, Closed, Free) != Free)
        {
            return false;
        }

        if (Volatile.Read(ref _others) == 0)
        {
            return true;
        }

        Open();
        return false;
    }

    /// <summary>Ends what <see cref="TryClose"/> began.</summary>
    public void Open() => Volatile.Write(ref _first, Free);

    private void EnterBesideOthers()
    {
        SpinWait spin = default;
        while (true)
        {
            // First counted, then asked; whoever closes the gate does it the other way round.
            Interlocked.Increment(ref _others);
            if (Volatile.Read(ref _first) != Closed)
            {
                return;
            }

            Interlocked.Decrement(ref _others);
            while (Volatile.Read(ref _first) == Closed)
            {
                spin.SpinOnce();
            }
        }
    }
}
