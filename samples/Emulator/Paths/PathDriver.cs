namespace Emulator.Paths;

/// <summary>How a real machine with a running guest is taken along a path.</summary>
internal abstract record PathDriver
{
    /// <summary>How long another process may take.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Takes a fresh machine along a path, and writes down what is observed.</summary>
    /// <param name="path">The path.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    public abstract PathResult Follow(EmulatedPath path, CancellationToken cancellation);
}
