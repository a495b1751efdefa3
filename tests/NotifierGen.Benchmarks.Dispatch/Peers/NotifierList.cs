using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Peers;

/// <summary>As in QEMU: a linked list of callbacks; each gets every event and filters by hand.</summary>
public sealed class NotifierList
{
    private Notifier? _first;

    public void Add(IBoardDevice device) => _first = new Notifier(CallbackOf(device), _first);

    public void Notify(in MigrationContext context)
    {
        for (Notifier? notifier = _first; notifier is not null; notifier = notifier.Next)
        {
            notifier.Callback(in context);
        }
    }

    private static Callback CallbackOf(IBoardDevice device)
    {
        if (device is not IFailedHandler handler)
        {
            return static (in MigrationContext context) => Ignore(in context);
        }

        return (in MigrationContext context) =>
        {
            if (context.Event == Failed)
            {
                handler.OnFailed(in context);
            }
        };
    }

    private static void Ignore(in MigrationContext context)
    {
        if (context.Event == Done)
        {
            throw new InvalidOperationException("Done is not raised here.");
        }
    }

    private delegate void Callback(in MigrationContext context);

    private sealed record Notifier(Callback Callback, Notifier? Next);
}
