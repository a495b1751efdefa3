namespace Misuse.Rules.Throwing;

public sealed class Nic
{
    public bool IsPlugged { get; private set; }

    // Nobody is stopped by this: the guest runs on without its network.
    [OnMigrationEvent(Failed, Phase.BeforeVmStart)]
    public void PlugBack()
    {
        if (!IsPlugged)
        {
            throw new InvalidOperationException("The slot is taken."); // NG1008
        }
    }
}
