namespace NotifierGen.Testing.Tests.Samples;

/// <summary>A copy of each sample device with one mistake in it: the exploration that the right ones pass finds it.</summary>
public class BrokenSampleTests(ITestOutputHelper output)
{
    /// <summary>The device, its file, what stands there, what the mistake makes of it, and what the exploration must say.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes => new()
    {
        {
            "gicv3 writes the pending table when the migration begins, while vCPUs take interrupts out of it",
            "Devices.GicV3/GicV3.Migration.cs", "[OnMigrationEvent(Done, Modes", "[OnMigrationEvent(Setup, Modes", "the pending table was to be written while vCPUs ran"
        },
        {
            "the VFIO containers let a host reboot under a guest that is awake",
            "Devices.Vfio/Cpr/VfioContainer.cs", "Machine.GuestPower == GuestPower.Suspended", "Machine.GuestPower >= GuestPower.On", "no guest that is awake is rebooted under"
        },
        {
            "KVM's view of VFIO is closed on a failure, not on success",
            "Devices.Vfio/Cpr/KvmVfioDevice.cs", "[OnMigrationEvent(Done,", "[OnMigrationEvent(Failed,", "KVM-VFIO"
        },
        {
            "the VFIO interrupts stay detached after a failure",
            "Devices.Vfio/Cpr/VfioInterrupts.Migration.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = CprModes.HandsOver, After = [typeof(LegacyContainer)], BudgetMicroseconds = 200)]\n", "", "vectors are detached"
        },
        {
            "the VFIO interrupts are attached again though they were not detached",
            "Devices.Vfio/Cpr/VfioInterrupts.Migration.cs", "[OnMigrationEvent(Setup, Modes = CprModes.HandsOver)]\n    [OnMigrationEvent(IncomingSetup", "[OnMigrationEvent(IncomingSetup", "was to be attached that was attached"
        },
        {
            "the legacy container's mappings are lost after a failure",
            "Devices.Vfio/Cpr/LegacyContainer.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = CprModes.HandsOver, BudgetMicroseconds = 500)]\n", "", "mappings have no addresses"
        },
        {
            "cpr-exec leaks its memory file after a failure",
            "Devices.Cpr/CprExecHandover.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprExec, BudgetMicroseconds = 100)]\n", "", "the memory file open"
        },
        {
            "virtio-net leaves the primary unplugged after a failure",
            "Devices.VirtioNet/VirtioNet.Migration.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, BudgetMicroseconds = 500)]\n", "", "a guest that goes on here has its primary"
        },
        {
            "virtio-net keeps the primary from a guest that runs on after a checkpoint",
            "Devices.VirtioNet/VirtioNet.Migration.cs", "if (!context.VcpusStopped)", "if (context.SessionId < 0)", "a guest that goes on here has its primary"
        },
        {
            "virtio-net plugs the primary for a guest that postcopy has handed over, or that is kept stopped",
            "Devices.VirtioNet/VirtioNet.Migration.cs", "            if (_guestLeft)\n            {\n                return;", "            if (_guestLeft && context.SessionId < 0)\n            {\n                return;", "no primary is plugged for a guest that may be elsewhere"
        },
        {
            "virtio-net forgets that postcopy hands a paused guest over",
            "Devices.VirtioNet/VirtioNet.Migration.cs", "    [OnMigrationEvent(PostcopyStart)]\n", "", "no primary is plugged for a guest that may be elsewhere"
        },
        {
            "virtio-net keeps the primary from a guest that is taken back",
            "Devices.VirtioNet/VirtioNet.Migration.cs", "            _guestLeft = false;\n            if (_primary == PrimaryState.Plugged)", "            if (_guestLeft || _primary == PrimaryState.Plugged)", "a guest that goes on here has its primary"
        },
        {
            "spice sends its viewers away when the guest runs on here",
            "Devices.Spice/SpiceServer.Migration.cs", "if (context.VcpusStopped)", "if (context.SessionId > 0)", "no viewer is sent away while the guest runs here"
        },
        {
            "vfio copies for ever after a failure",
            "Devices.Vfio/Migration/VfioDevice.Source.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.Normal | CprModes.HandsOver, Order = RunAll, BudgetMicroseconds = 1000)]\n", "", "no migration is under way and it is in "
        },
        {
            "vdpa keeps its shadow queues after a failure",
            "Devices.Vdpa/VdpaNet.Migration.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true, BudgetMicroseconds = 2000)]\n", "", "shadow queues are on"
        },
        {
            "spice never ends a hand-over that failed",
            "Devices.Spice/SpiceServer.Migration.cs", "    [OnMigrationEvent(Failed, Phase.AfterVmStart)]\n", "", "a hand-over is pending"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void AMistakeIsFound(string mistake, string file, string right, string wrong, string said)
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => BrokenSamples.Explore(typeof(SampleMachine), file, right, wrong));

        output.WriteLine($"{mistake}:\n{violation.Message}");
        Assert.Contains(said, violation.Message.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void TheReadmeShowsWhatIsFound()
    {
        MigrationViolationException violation = Assert.Throws<MigrationViolationException>(() => BrokenSamples.Explore(
            typeof(NicMachine), "Devices.VirtioNet/VirtioNet.Migration.cs", "    [OnMigrationEvent(Failed, Phase.BeforeVmStart, BudgetMicroseconds = 500)]\n", ""));

        Assert.Contains($"\n```\n{violation.Message}\n```\n", File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheMachineOfTheReadmeHoldsOnEveryPathWithoutTheMistake() => NicMachine.RunAll(TestContext.Current.CancellationToken);
}
