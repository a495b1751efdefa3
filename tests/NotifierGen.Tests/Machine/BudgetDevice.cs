namespace NotifierGen.Tests.Machine;

/// <summary>Has a budget of 100 ms before the VM starts, and none after it.</summary>
internal sealed class BudgetDevice
{
    public const int Budget = 100_000;

    public TimeSpan Takes { get; set; }

    [OnMigrationEvent(Failed, Phase.BeforeVmStart, Modes = MigrationMode.CprTransfer, BudgetMicroseconds = Budget)]
    internal void OnFailed() => Spend();

    [OnMigrationEvent(Failed, Phase.AfterVmStart, Modes = MigrationMode.CprTransfer)]
    internal void OnFailedAfter() => Spend();

    private void Spend()
    {
        if (Takes > TimeSpan.Zero)
        {
            Thread.Sleep(Takes);
        }
    }
}
