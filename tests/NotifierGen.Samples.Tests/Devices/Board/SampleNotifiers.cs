namespace NotifierGen.Samples.Tests.Devices;

/// <summary>The dispatcher of the test board: the rows of every device project, and of the saboteurs of this one.</summary>
[DispatchTable]
internal sealed partial class SampleNotifiers : MigrationDispatcher;
