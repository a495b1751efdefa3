namespace NotifierGen.Samples.Tests.Devices;

/// <summary>The table that QEMU's developers had to draw by hand.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("Devices.GicV3.GicV3", MigrationMode.CprTransfer, Done)]
    [InlineData("Devices.Vfio.VfioContainer", MigrationMode.CprReboot, Setup)]
    [InlineData("Devices.Vfio.KvmVfioDevice", MigrationMode.CprTransfer, Done)]
    [InlineData("Devices.Vfio.KvmVfioDevice", MigrationMode.CprExec, Done)]
    [InlineData("Devices.Vfio.VfioInterrupts", MigrationMode.CprTransfer, Setup)]
    [InlineData("Devices.Vfio.VfioInterrupts", MigrationMode.CprTransfer, Failed)]
    [InlineData("Devices.Vfio.LegacyContainer", MigrationMode.CprExec, Failed)]
    [InlineData("Devices.Cpr.CprExecHandover", MigrationMode.CprExec, Done)]
    [InlineData("Devices.Cpr.CprExecHandover", MigrationMode.CprExec, Failed)]
    [InlineData("Devices.VirtioNet.VirtioNet", MigrationMode.Normal, Setup)]
    [InlineData("Devices.VirtioNet.VirtioNet", MigrationMode.Normal, Failed)]
    [InlineData("Devices.Vfio.VfioDevice", MigrationMode.Normal, Failed)]
    [InlineData("Devices.Vdpa.VdpaNet", MigrationMode.Normal, Setup)]
    [InlineData("Devices.Vdpa.VdpaNet", MigrationMode.Normal, Failed)]
    [InlineData("Devices.Spice.SpiceServer", MigrationMode.Normal, Setup)]
    [InlineData("Devices.Spice.SpiceServer", MigrationMode.Normal, Done)]
    [InlineData("Devices.Spice.SpiceServer", MigrationMode.Normal, Failed)]
    public void HasEveryUserOfTheNotifiers(string device, MigrationMode mode, MigrationEvent migrationEvent) =>
        Assert.Contains(SampleNotifiers.Table.ToArray(), row => row.Device == device && row.Modes.HasFlag(mode) && row.Event == migrationEvent);

    [Fact]
    public void TakesBothVfioDevicesToAnsweringBeforeEitherWorks()
    {
        string[] handlers = [.. SampleNotifiers.Table.ToArray().Where(row => row.Device == "Devices.Vfio.VfioDevice" && row.Event == Failed).Select(row => row.Handler)];

        Assert.Equal(["Answer", "Run"], handlers);
    }

    [Fact]
    public void AsksForStoppedVcpusForTheOneDeviceThatDrainsIntoGuestRam()
    {
        NotifierRow row = Assert.Single(SampleNotifiers.Table.ToArray(), row => row.RequiresStoppedVm);

        Assert.Equal(("Devices.Vdpa.VdpaNet", "ShadowAsConfigured"), (row.Device, row.Handler));
    }
}
