namespace Devices.Vfio;

/// <summary>Which state follows which. What is not one step is walked in several, by the shortest way.</summary>
public static class VfioStateGraph
{
    private const int StateCount = (int)VfioDeviceState.Error + 1;

    // First step of the shortest way from a state (row) to another (column); the state itself where there is no way.
    private static readonly VfioDeviceState[,] s_firstStep = FindFirstSteps();

    /// <summary>The states that one step leads to.</summary>
    public static ReadOnlySpan<VfioDeviceState> Successors(VfioDeviceState state) => state switch
    {
        VfioDeviceState.Running => [VfioDeviceState.RunningP2P, VfioDeviceState.PreCopy],
        VfioDeviceState.RunningP2P => [VfioDeviceState.Running, VfioDeviceState.PreCopyP2P, VfioDeviceState.Stop],
        VfioDeviceState.PreCopy => [VfioDeviceState.Running, VfioDeviceState.PreCopyP2P],
        VfioDeviceState.PreCopyP2P => [VfioDeviceState.PreCopy, VfioDeviceState.RunningP2P, VfioDeviceState.StopCopy],
        VfioDeviceState.Stop => [VfioDeviceState.RunningP2P, VfioDeviceState.StopCopy, VfioDeviceState.Resuming],
        VfioDeviceState.StopCopy => [VfioDeviceState.Stop],
        VfioDeviceState.Resuming => [VfioDeviceState.Stop],
        _ => [],
    };

    /// <summary>The next step on the way to a state.</summary>
    /// <returns><see langword="false"/>: there is no way (out of <see cref="VfioDeviceState.Error"/>, or into it).</returns>
    public static bool TryNext(VfioDeviceState from, VfioDeviceState target, out VfioDeviceState next)
    {
        next = s_firstStep[(int)from, (int)target];
        return next != from;
    }

    private static VfioDeviceState[,] FindFirstSteps()
    {
        var firstStep = new VfioDeviceState[StateCount, StateCount];
        for (int from = 0; from < StateCount; from++)
        {
            for (int target = 0; target < StateCount; target++)
            {
                firstStep[from, target] = (VfioDeviceState)from;
            }

            var queue = new Queue<(VfioDeviceState State, VfioDeviceState FirstStep)>();
            foreach (VfioDeviceState next in Successors((VfioDeviceState)from))
            {
                queue.Enqueue((next, next));
            }

            while (queue.TryDequeue(out (VfioDeviceState State, VfioDeviceState FirstStep) reached))
            {
                if ((int)reached.State == from || firstStep[from, (int)reached.State] != (VfioDeviceState)from)
                {
                    continue;
                }

                firstStep[from, (int)reached.State] = reached.FirstStep;
                foreach (VfioDeviceState next in Successors(reached.State))
                {
                    queue.Enqueue((next, reached.FirstStep));
                }
            }
        }

        return firstStep;
    }
}
