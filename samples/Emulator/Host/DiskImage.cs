namespace Emulator.Host;

/// <summary>A disk image that both sides of a migration write, one after the other: only who holds its lock may run the guest.</summary>
/// <param name="path">The image.</param>
internal sealed class DiskImage(string path) : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private FileStream? _lock;

    /// <summary>Somebody else holds the lock, as was found when it was to be taken.</summary>
    public event Action? IsOthers;

    /// <summary>Takes the lock.</summary>
    /// <returns>Whether it is held here.</returns>
    public bool TryTake()
    {
        bool isHeld = TryOpen();
        if (!isHeld)
        {
            IsOthers?.Invoke();
        }

        return isHeld;
    }

    /// <summary>Takes the lock as soon as nobody else holds it.</summary>
    /// <returns>Whether it is held here.</returns>
    public bool Await(TimeSpan atMost)
    {
        long end = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
        bool isHeld = TryOpen();
        while (!isHeld && Environment.TickCount64 < end)
        {
            Thread.Sleep(s_pause);
            isHeld = TryOpen();
        }

        return isHeld;
    }

    /// <summary>Leaves the image to others.</summary>
    public void HandOver()
    {
        _lock?.Dispose();
        _lock = null;
    }

    public void Dispose() => HandOver();

    private bool TryOpen()
    {
        try
        {
            _lock ??= new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
