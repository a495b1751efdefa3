namespace NotifierGen.Testing.Tests.Machines;

/// <summary>A device whose Failed handler needs a stopped VM.</summary>
internal sealed class Pump
{
    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.All, RequiresStoppedVm = true)]
    internal void Drain()
    {
    }
}
