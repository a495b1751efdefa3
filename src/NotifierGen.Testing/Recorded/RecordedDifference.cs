namespace NotifierGen.Testing;

/// <summary>Where a run leaves what was recorded.</summary>
internal static class RecordedDifference
{
    /// <summary>The first difference.</summary>
    /// <returns>What it is, and the index of the step (-1: the end); null if there is none.</returns>
    public static (string What, int Step)? Between(RecordedSequence recorded, RecordedSequence now)
    {
        for (int i = 0; i < Math.Max(recorded.Steps.Count, now.Steps.Count); i++)
        {
            RecordedStep? before = i < recorded.Steps.Count ? recorded.Steps[i] : null;
            RecordedStep? after = i < now.Steps.Count ? now.Steps[i] : null;
            if (before != after)
            {
                return ($"recorded was {Describe(before)}, and now comes {Describe(after)}", after is null ? -1 : i);
            }
        }

        return recorded.FinalRunState == now.FinalRunState ? null : ($"recorded was that the VM is {recorded.FinalRunState} at the end, and now it is {now.FinalRunState}", -1);
    }

    private static string Describe(RecordedStep? step) => step is null ? "nothing more"
        : step.Event is null ? $"\"{step.Text}\""
        : $"\"{step.Text}{(step.Phase == Phase.AfterVmStart ? " AfterVmStart" : "")}{(step.GuestRuns ? " (guest runs)" : "")}: {step.Handler}{(step.Device is null ? "" : " on " + step.Device)}\"";
}
