namespace Emulator.Story;

/// <summary>The machine as a session sees it: every stop and start is written down, a start before the first vCPU runs.</summary>
/// <param name="machine">The machine.</param>
/// <param name="chronicle">Where to write it down.</param>
internal sealed class WitnessedVirtualMachine(IVirtualMachine machine, Chronicle chronicle) : IVirtualMachine
{
    /// <summary>What is written down when the VM was stopped.</summary>
    public const string Stops = "VM stops";

    /// <summary>What is written down when the VM is about to start.</summary>
    public const string Starts = "VM starts";

    public bool IsRunning => machine.IsRunning;

    public void Stop()
    {
        bool ran = machine.IsRunning;
        machine.Stop();
        if (ran)
        {
            chronicle.Add(EntryKind.VmStopped, "", Stops);
        }
    }

    public void Start()
    {
        if (!machine.IsRunning)
        {
            chronicle.Add(EntryKind.VmStarts, "", Starts);
        }

        machine.Start();
    }
}
