namespace NotifierGen.Tests.Machine;

/// <summary>A VM, a dispatcher and the log that both write to.</summary>
internal sealed class TestMachine
{
    public TestMachine(bool running = true) => Vm = new RecordingVm(Log, running);

    public List<string> Log { get; } = [];

    public RecordingVm Vm { get; }

    public TestNotifiers Notifiers { get; } = new();

    /// <summary>The log as one line; clears it.</summary>
    public string Observed
    {
        get
        {
            string observed = string.Join(' ', Log);
            Log.Clear();
            return observed;
        }
    }

    public FullDevice AddFull(string name) => Add(new FullDevice(Log, name));

    public FailedOnlyDevice AddFailedOnly(string name) => Add(new FailedOnlyDevice(Log, name));

    public StoppedVmDevice AddStoppedVm(string name) => Add(new StoppedVmDevice(Log, name));

    public T Add<T>(T device)
        where T : class
    {
        Notifiers.Register(device);
        return device;
    }

    public MigrationSession Begin(MigrationMode mode = MigrationMode.Normal) => Notifiers.Begin(Vm, mode);

    public static MigrationFailure Error(string message = "the channel broke") => new(MigrationFailureKind.Error, message);

    public static MigrationFailure Cancelled() => new(MigrationFailureKind.Cancelled, "cancelled by the user");
}
