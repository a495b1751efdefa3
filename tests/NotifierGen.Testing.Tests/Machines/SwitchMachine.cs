namespace NotifierGen.Testing.Tests.Machines;

/// <summary>A machine with some switches.</summary>
internal sealed class SwitchMachine : IMigratingMachine
{
    public SwitchMachine(int switches = 2)
    {
        for (int i = 0; i < switches; i++)
        {
            Add();
        }
    }

    public MigrationDispatcher Notifiers { get; } = new SwitchNotifiers();

    public IVirtualMachine Vm => SwitchVm;

    public SwitchVm SwitchVm { get; } = new();

    public List<Switch> Switches { get; } = [];

    /// <summary>An exploration of machines on which the last switch does something.</summary>
    public static MigrationExploration<SwitchMachine> Explore(Action<SwitchMachine, Switch, MigrationContext>? acts = null) => MigrationExplorer.For(() =>
    {
        SwitchMachine machine = new();
        machine.Switches[^1].Acts = acts is null ? null : (device, context) => acts(machine, device, context);
        return machine;
    });

    public Switch Add()
    {
        Switch added = new();
        Switches.Add(added);
        Notifiers.Register(added);
        return added;
    }

    public void Remove(Switch device)
    {
        Switches.Remove(device);
        Notifiers.Unregister(device);
    }
}
