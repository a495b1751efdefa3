using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

public sealed class VfioStateGraphTests
{
    [Theory]
    [InlineData(VfioDeviceState.Running, VfioDeviceState.Stop, new[] { VfioDeviceState.RunningP2P, VfioDeviceState.Stop })]
    [InlineData(VfioDeviceState.StopCopy, VfioDeviceState.Running, new[] { VfioDeviceState.Stop, VfioDeviceState.RunningP2P, VfioDeviceState.Running })]
    [InlineData(VfioDeviceState.PreCopy, VfioDeviceState.StopCopy, new[] { VfioDeviceState.PreCopyP2P, VfioDeviceState.StopCopy })]
    [InlineData(VfioDeviceState.PreCopy, VfioDeviceState.Running, new[] { VfioDeviceState.Running })]
    [InlineData(VfioDeviceState.Resuming, VfioDeviceState.RunningP2P, new[] { VfioDeviceState.Stop, VfioDeviceState.RunningP2P })]
    [InlineData(VfioDeviceState.Running, VfioDeviceState.Resuming, new[] { VfioDeviceState.RunningP2P, VfioDeviceState.Stop, VfioDeviceState.Resuming })]
    public void TheShortestWayIsWalked(VfioDeviceState from, VfioDeviceState target, VfioDeviceState[] steps)
    {
        List<VfioDeviceState> walked = [];
        for (VfioDeviceState state = from; VfioStateGraph.TryNext(state, target, out VfioDeviceState next); state = next)
        {
            walked.Add(next);
        }

        Assert.Equal(steps, walked);
    }

    [Fact]
    public void EveryStateButErrorReachesEveryOther()
    {
        foreach (VfioDeviceState from in Enum.GetValues<VfioDeviceState>())
        {
            foreach (VfioDeviceState target in Enum.GetValues<VfioDeviceState>())
            {
                bool hasWay = from != target && from != VfioDeviceState.Error && target != VfioDeviceState.Error;
                Assert.Equal(hasWay, VfioStateGraph.TryNext(from, target, out _));
            }
        }
    }

    [Fact]
    public void NoStepLeadsFromADeviceThatWorksToOneThatStandsStill()
    {
        Assert.All(
            [VfioDeviceState.Running, VfioDeviceState.PreCopy],
            working => Assert.DoesNotContain(VfioStateGraph.Successors(working).ToArray(), next => next is VfioDeviceState.Stop or VfioDeviceState.StopCopy));
    }
}
