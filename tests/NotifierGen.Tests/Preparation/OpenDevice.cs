namespace NotifierGen.Tests.Preparation;

/// <summary>Can be derived from in an assembly that is made at run time.</summary>
public abstract class OpenDevice
{
    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    public abstract void OnOpenFailed();
}
