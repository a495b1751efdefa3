namespace NotifierGen.Testing.Tests.Machines;

[DispatchTable]
internal sealed partial class SwitchNotifiers : MigrationDispatcher;
