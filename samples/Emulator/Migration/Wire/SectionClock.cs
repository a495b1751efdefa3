namespace Emulator.Migration.Wire;

/// <summary>
/// How long a section, or an answer, is already under way. The line's own timeouts end a silence; this ends what they do not notice: a peer that
/// sends, or takes, a byte just often enough.
/// </summary>
/// <param name="limit">The longest that a section may take.</param>
/// <param name="time">What tells the time.</param>
internal sealed class SectionClock(TimeSpan limit, TimeProvider time)
{
    private long? _begin;

    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>For a file, where nobody on the other side can be slow on purpose.</summary>
    public static SectionClock None => new(TimeSpan.MaxValue, TimeProvider.System);

    public TimeSpan Limit => limit;

    /// <summary>Whether the section takes too long; asked after each piece of it, the first of which begins it.</summary>
    public bool IsLate
    {
        get
        {
            _begin ??= time.GetTimestamp();
            return time.GetElapsedTime(_begin.Value) > limit;
        }
    }

    /// <summary>Another section is about to come; how long its first piece takes to do so does not count.</summary>
    public void Expect() => _begin = null;

    /// <summary>Another section begins now.</summary>
    public void Begin() => _begin = time.GetTimestamp();
}
