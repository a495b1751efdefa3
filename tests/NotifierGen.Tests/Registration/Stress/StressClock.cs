namespace NotifierGen.Tests.Registration.Stress;

/// <summary>Counts dispatches: moved on before each of them begins.</summary>
internal sealed class StressClock
{
    private long _dispatch;

    public long Dispatch => Volatile.Read(ref _dispatch);

    public void Begin() => Interlocked.Increment(ref _dispatch);
}
