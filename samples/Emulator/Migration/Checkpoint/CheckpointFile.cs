namespace Emulator.Migration.Checkpoint;

/// <summary>A file that is there as a whole or not at all: written under another name beside it, and moved to its place when it is complete and on the disk.</summary>
internal sealed class CheckpointFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _isInPlace;

    /// <summary>Begins to write; what lies under that name stays there for now.</summary>
    /// <exception cref="IOException">There cannot be such a file.</exception>
    public CheckpointFile(string path)
    {
        _path = path;
        _temporary = path + ".partial";
        try
        {
            // What an emulator that was killed left behind is overwritten; that of one that still writes is locked.
            _stream = new FileStream(_temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path} cannot be written: {e.Message}", e);
        }
    }

    public Stream Content => _stream;

    /// <summary>Everything is written: it takes its place. A power failure leaves the old file or the new one.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    public void MoveIntoPlace()
    {
        try
        {
            _stream.Flush(flushToDisk: true);
            _stream.Dispose();
            File.Move(_temporary, _path, overwrite: true);
            _isInPlace = true;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"{_path} cannot be replaced: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        if (_isInPlace)
        {
            return;
        }

        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // The last bytes do not fit either; they are about to be thrown away.
        }

        File.Delete(_temporary);
    }
}
