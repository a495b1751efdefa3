namespace NotifierGen.Samples.Tests.Emulator.Checkpoint;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("checkpoint-");

    public string File => Path.Combine(_folder.FullName, "guest.snapshot");

    /// <summary>The names of what lies in it.</summary>
    public string[] Names => [.. _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
