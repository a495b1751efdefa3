namespace NotifierGen.Sessions;

/// <summary>Lets one call into a session at a time: a second thread, or a handler that calls its own session, gets an exception and changes nothing.</summary>
internal struct SessionGuard
{
    private string? _running;

    public void Enter(string call)
    {
        if (Interlocked.CompareExchange(ref _running, call, null) is { } running)
        {
            throw new InvalidOperationException(
                $"{call} was called while {running} of the same session is under way. Use a session from one thread at a time, and not from the handlers that it calls.");
        }
    }

    public void Exit() => Volatile.Write(ref _running, null);
}
