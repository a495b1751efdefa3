namespace NotifierGen.Testing;

/// <summary>The machine's VM as the host gets it: writes stops and starts down, and throws in their place where the path has it so.</summary>
internal sealed class ObservedVm(IVirtualMachine vm, ExplorationRun run) : IVirtualMachine
{
    public bool IsRunning => vm.IsRunning;

    /// <summary>Whether the VM throws when it is stopped or started.</summary>
    public bool Throws { get; set; }

    public void Stop()
    {
        if (vm.IsRunning)
        {
            Do(TranscriptKind.VmStop, vm.Stop);
        }
        else
        {
            vm.Stop();
        }
    }

    public void Start()
    {
        if (vm.IsRunning)
        {
            vm.Start();
        }
        else
        {
            Do(TranscriptKind.VmStart, vm.Start);
        }
    }

    private void Do(TranscriptKind kind, Action action)
    {
        TranscriptEntry entry = run.Add(new TranscriptEntry(kind) { GuestRan = vm.IsRunning });
        try
        {
            if (Throws)
            {
                throw new InjectedException(kind == TranscriptKind.VmStart ? "the VM does not start" : "the VM does not stop");
            }

            action();
        }
        catch (Exception exception)
        {
            entry.Exception = exception;
            throw;
        }
        finally
        {
            entry.GuestRuns = vm.IsRunning;
        }
    }
}
