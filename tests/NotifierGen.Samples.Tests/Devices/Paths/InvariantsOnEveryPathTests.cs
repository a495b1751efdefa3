using Devices;
using Devices.Spice;
using Devices.Vfio;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>Every device, on every path, in every mode: its invariants hold after each step.</summary>
public sealed class InvariantsOnEveryPathTests
{
    private static readonly MigrationMode[] s_modes =
        [MigrationMode.Normal, MigrationMode.BackgroundSnapshot, MigrationMode.CprReboot, MigrationMode.CprTransfer, MigrationMode.CprExec];

    // Postcopy and running on between checkpoints are things of live migrations; in the CPR modes there is no guest elsewhere to do so.
    private static readonly MigrationMode[] s_liveModes = [MigrationMode.Normal, MigrationMode.BackgroundSnapshot];

    public static TheoryData<string, MigrationMode, string> SourceCases =>
    [
        .. Cases(SourcePaths.All.Keys.Where(path => !IsLiveOnly(path)), s_modes),
        .. Cases(SourcePaths.All.Keys.Where(IsLiveOnly), s_liveModes),
    ];

    public static TheoryData<string, MigrationMode, string> DestinationCases =>
    [
        .. Cases(DestinationPaths.All.Keys, [MigrationMode.Normal, MigrationMode.CprTransfer]),

        // The new image begins where the old one has ended: there is no source that could fail meanwhile.
        .. Cases(DestinationPaths.All.Keys.Where(path => path.StartsWith("arrives", StringComparison.Ordinal)), [MigrationMode.CprExec]),
    ];

    public static MatrixTheoryData<string, string> GuestAnswers =>
        new(Enum.GetNames<TestHotplugPort.Answer>(), SourcePaths.All.Keys);

    public static MatrixTheoryData<VfioDeviceState, string> StubbornFirmware =>
        new(
            [VfioDeviceState.Running, VfioDeviceState.RunningP2P, VfioDeviceState.PreCopyP2P, VfioDeviceState.Stop],
            SourcePaths.All.Keys);

    [Theory]
    [MemberData(nameof(SourceCases))]
    public void HoldOnTheSource(string device, MigrationMode mode, string path) => SourcePaths.All[path](Prepare(device, mode));

    [Theory]
    [MemberData(nameof(DestinationCases))]
    public void HoldOnTheDestination(string device, MigrationMode mode, string path) => DestinationPaths.All[path](Prepare(device, mode));

    [Theory]
    [MemberData(nameof(GuestAnswers))]
    public void HoldHoweverTheGuestAnswersARequestToLetGo(string answer, string path)
    {
        PathWalk walk = Prepare("virtio-net", MigrationMode.Normal);
        walk.Source.Port.Guest = Enum.Parse<TestHotplugPort.Answer>(answer);
        SourcePaths.All[path](walk);
    }

    [Theory]
    [MemberData(nameof(StubbornFirmware))]
    public void HoldWhicheverStateTheFirmwareWillNotEnter(VfioDeviceState state, string path)
    {
        PathWalk walk = Prepare("vfio0", MigrationMode.Normal);
        walk.AfterStep = (step, source) =>
        {
            if (step == "begin")
            {
                source.Firmware[0].Refuses.Add(state);
            }
        };
        SourcePaths.All[path](walk);
    }

    private static PathWalk Prepare(string device, MigrationMode mode)
    {
        var walk = new PathWalk(device, mode);
        walk.Source.Machine.GuestPower = mode == MigrationMode.CprReboot ? GuestPower.Suspended : GuestPower.On;
        walk.Source.Spice.SetTarget(new SpiceTarget("elsewhere", 5900));
        return walk;
    }

    private static bool IsLiveOnly(string path) =>
        path.StartsWith("postcopy", StringComparison.Ordinal) || path.StartsWith("stopped and resumed", StringComparison.Ordinal);

    private static TheoryData<string, MigrationMode, string> Cases(IEnumerable<string> paths, MigrationMode[] modes)
    {
        string[] devices = [.. new TestBoard().Devices.Select(device => device.Name)];
        var cases = new TheoryData<string, MigrationMode, string>();
        foreach (string path in paths)
        {
            foreach (MigrationMode mode in modes)
            {
                foreach (string device in devices)
                {
                    cases.Add(device, mode, path);
                }
            }
        }

        return cases;
    }
}
