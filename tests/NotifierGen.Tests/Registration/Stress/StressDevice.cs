namespace NotifierGen.Tests.Registration.Stress;

/// <summary>Knows between which dispatches it was registered, and in which it was called. Called by the dispatching thread, registered by another.</summary>
internal sealed class StressDevice(StressClock clock)
{
    private long _calls;
    private long _lastCall;
    private long _registeredAt;
    private long _goneAt = long.MaxValue;
    private string? _error;

    [OnMigrationEvent(PostcopyStart, Modes = MigrationMode.CprTransfer)]
    internal void OnPostcopyStart()
    {
        long now = clock.Dispatch;
        if (now == _lastCall)
        {
            _error ??= $"called twice in dispatch {now}";
        }

        // A dispatch that was under way may have been about to call it; one that began later must not.
        if (now > Volatile.Read(ref _goneAt))
        {
            _error ??= $"called in dispatch {now}, and unregistered before that: in dispatch {_goneAt}";
        }

        _lastCall = now;
        Volatile.Write(ref _calls, _calls + 1);
    }

    public void Register(MigrationDispatcher dispatcher)
    {
        dispatcher.Register(this);
        _registeredAt = clock.Dispatch;
    }

    /// <summary>Unregisters it; it must have been called in every dispatch that began after its registration and ended before this.</summary>
    public void Unregister(MigrationDispatcher dispatcher)
    {
        long began = clock.Dispatch;
        long due = began - 1 - _registeredAt;
        long calls = Volatile.Read(ref _calls);
        if (calls < due)
        {
            _error ??= $"called {calls} times in at least {due} dispatches";
        }

        if (!dispatcher.Unregister(this))
        {
            _error ??= "not registered any more";
        }

        Volatile.Write(ref _goneAt, clock.Dispatch);
    }

    /// <summary>What went wrong; null: nothing. Once nobody dispatches any more.</summary>
    public string? Error => _error;
}
