using NotifierGen.CompilerServices;

namespace NotifierGen.Testing;

/// <summary>Writes down what the dispatcher does, and does to it what the perturbation says.</summary>
internal sealed class RunObserver(ExplorationRun run, IVirtualMachine vm, Action<Perturbation> changeDevices, Action<object> meet) : DispatchObserver
{
    // A handler may have another event raised while it runs.
    private readonly Stack<TranscriptEntry> _open = new();
    private int _calls;
    private TranscriptEntry? _struck;

    /// <summary>Whether the perturbation has had its turn.</summary>
    public bool HasStruck => _struck is not null;

    public override SetupResult Calling(int row, object? device, in MigrationContext context)
    {
        TranscriptEntry entry = run.Add(new TranscriptEntry(TranscriptKind.Handler)
        {
            RowIndex = row,
            Row = run.Rows[row],
            Instance = device,
            Device = run.NameOf(device),
            Context = context,
            GuestRan = vm.IsRunning,
        });
        entry.GuestRuns = entry.GuestRan;
        _open.Push(entry);
        bool strikes = _calls++ == run.Perturbation.Call;
        if (!strikes)
        {
            return SetupResult.Accept;
        }

        _struck = entry;
        string where = CaseList.Where(_calls - 1, entry);
        if (where != run.Perturbation.Where)
        {
            run.Deviation = $"it was \"{run.Perturbation.Where}\" in the first run, and \"{where}\" in this one";
        }

        return run.Perturbation.Kind switch
        {
            PerturbationKind.ThrowsInstead => throw new InjectedException("injected, instead of the handler"),
            PerturbationKind.Refuses => SetupResult.Refuse("injected"),
            _ => SetupResult.Accept,
        };
    }

    public override void Returned(int row, object? device, SetupResult answer)
    {
        TranscriptEntry entry = _open.Peek();
        entry.GuestRuns = vm.IsRunning;
        entry.Refusal = answer.IsRefused ? answer.Reason : null;
        bool strikes = ReferenceEquals(entry, _struck);
        if (strikes && run.Perturbation.Kind == PerturbationKind.ThrowsAtItsEnd)
        {
            // What is thrown here comes back as the handler's own exception.
            throw new InjectedException("injected, at the handler's end");
        }

        _open.Pop();
        if (strikes && run.Perturbation.ChangesDevices)
        {
            changeDevices(run.Perturbation);
        }
    }

    public override void Threw(int row, object? device, Exception exception)
    {
        TranscriptEntry entry = _open.Pop();
        entry.GuestRuns = vm.IsRunning;
        entry.Exception = exception;
    }

    public override void Registered(object device)
    {
        meet(device);
        run.Add(Change(TranscriptKind.Registered, device));
    }

    public override void Unregistered(object device) => run.Add(Change(TranscriptKind.Unregistered, device));

    private TranscriptEntry Change(TranscriptKind kind, object device) => new(kind) { Instance = device, Device = run.NameOf(device) };
}
