namespace NotifierGen.Tests.Preparation;

/// <summary>A contract with a handler that has a body, and one that has none.</summary>
internal interface IContract
{
    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    void OnContractFailed();

    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    void OnDefaultFailed() => PlainDevice.Calls++;
}
