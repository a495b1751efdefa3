namespace NotifierGen.Tests.Machine;

/// <summary>Has no Setup handler of its own, but inherits one.</summary>
internal class DerivedDevice(List<string> log, string name) : BaseDevice(log, name)
{
    internal override void OnBaseFailed(in MigrationContext context) => Probe.Called("overriddenF", in context);

    [OnMigrationEvent(Failed)]
    internal void OnDerivedFailed(in MigrationContext context) => Probe.Called("derivedF", in context);
}
