using Devices;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>A state that is none is refused with the device's name, and nothing of it is taken.</summary>
public sealed class HostileStateTests
{
    public static TheoryData<string, MigrationMode> StatefulDevices
    {
        get
        {
            var cases = new TheoryData<string, MigrationMode>();
            foreach (IDevice device in new TestBoard().Devices.Where(device => device is IMigratableState))
            {
                cases.Add(device.Name, MigrationMode.Normal);
                cases.Add(device.Name, MigrationMode.CprTransfer);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(StatefulDevices))]
    public void EveryTruncationIsRefused(string name, MigrationMode mode)
    {
        (IMigratableState device, byte[] good) = Receive(name, mode);
        byte[] before = Save(device, mode);

        for (int length = 0; length < good.Length; length++)
        {
            AssertRefused(name, () => device.Load(mode, device.StateVersion, good.AsSpan(0, length)));
        }

        Assert.Equal(before, Save(device, mode));
    }

    [Theory]
    [MemberData(nameof(StatefulDevices))]
    public void AByteTooManyIsRefused(string name, MigrationMode mode)
    {
        (IMigratableState device, byte[] good) = Receive(name, mode);

        AssertRefused(name, () => device.Load(mode, device.StateVersion, [.. good, 0]));
    }

    [Theory]
    [MemberData(nameof(StatefulDevices))]
    public void AnotherVersionIsRefused(string name, MigrationMode mode)
    {
        (IMigratableState device, byte[] good) = Receive(name, mode);

        AssertRefused(name, () => device.Load(mode, device.StateVersion + 1, good));
        AssertRefused(name, () => device.Load(mode, int.MinValue, good));
    }

    [Theory]
    [MemberData(nameof(StatefulDevices))]
    public void NonsenseIsRefusedOrTakenWithoutHarm(string name, MigrationMode mode)
    {
        var random = new Random(1);
        for (int attempt = 0; attempt < 500; attempt++)
        {
            (IMigratableState device, byte[] state) = Receive(name, mode);
            for (int i = 0; i < state.Length; i++)
            {
                state[i] = random.Next(3) == 0 ? (byte)random.Next(256) : state[i];
            }

            try
            {
                device.Load(mode, device.StateVersion, state);
            }
            catch (InvalidDeviceStateException)
            {
            }

            Assert.Empty(((IDevice)device).Violations(migrating: true));
        }
    }

    [Theory]
    [InlineData("spice", "ffffffffffffffff")]
    [InlineData("vfio0", "ffffffffffffffff0000000000000000")]
    [InlineData("virtio-net", "0000000000000000ffffffffffffffff")]
    [InlineData("vdpa", "05000000000000000400000000000000")]
    [InlineData("gic", "ffffff7f")]
    [InlineData("legacy", "ffffff7f")]
    [InlineData("legacy", "010000000010000000000000ffffffffffffffff")]
    [InlineData("legacy", "0100000000000000000000000000000000000000")]
    public void ValuesThatTheDeviceCannotHaveAreRefused(string name, string state)
    {
        (IMigratableState device, _) = Receive(name, MigrationMode.Normal);

        AssertRefused(name, () => device.Load(MigrationMode.Normal, device.StateVersion, Convert.FromHexString(state)));
    }

    private static void AssertRefused(string name, Action load) => Assert.Equal(name, Assert.Throws<InvalidDeviceStateException>(load).Device);

    // A device that waits for a state, and one that it would take.
    private static (IMigratableState Device, byte[] State) Receive(string name, MigrationMode mode)
    {
        var source = new TestBoard();
        source.Machine.Start();
        source.Tick();
        MigrationSession session = source.Notifiers.Begin(source.Machine, mode);
        session.StopVm();
        byte[] state = source.Save(mode)[name];
        session.Complete();
        TestBoard destination = source.Successor(mode);
        destination.Notifiers.BeginIncoming(destination.Machine, mode);
        return ((IMigratableState)destination.Devices.Single(device => device.Name == name), state);
    }

    private static byte[] Save(IMigratableState device, MigrationMode mode)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        if (device is not global::Devices.Vfio.VfioDevice)
        {
            device.Save(mode, output);
        }

        return output.WrittenSpan.ToArray();
    }
}
