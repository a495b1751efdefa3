namespace NotifierGen.Tests.Preparation;

/// <summary>Is generic.</summary>
internal partial class GenericDevice<T>
{
    [OnMigrationEvent(Failed, Modes = MigrationMode.BackgroundSnapshot)]
    internal void OnGenericFailed() => PlainDevice.Calls += typeof(T) == typeof(int) ? 1 : 100;
}
