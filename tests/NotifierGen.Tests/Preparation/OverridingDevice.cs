namespace NotifierGen.Tests.Preparation;

/// <summary>Overrides both, and calls the base.</summary>
internal sealed class OverridingDevice : AbstractDevice
{
    internal override void OnAbstractFailed() => PlainDevice.Calls++;

    internal override void OnVirtualFailed() => base.OnVirtualFailed();
}
