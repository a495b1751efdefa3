namespace NotifierGen.Testing;

/// <summary>What an exploration needs of a machine: its dispatcher and its VM. A machine that is built otherwise hands them over to <see cref="MigrationExplorer"/>.</summary>
public interface IMigratingMachine
{
    /// <summary>The dispatcher with the machine's devices registered. Always the same object.</summary>
    MigrationDispatcher Notifiers { get; }

    /// <summary>The VM, stopped or running; the exploration brings it to where the path begins. Always the same object.</summary>
    IVirtualMachine Vm { get; }
}
