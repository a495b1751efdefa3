using Devices;

namespace NotifierGen.Samples.Tests.Devices;

/// <summary>A port whose guest answers as the test wants.</summary>
internal sealed class TestHotplugPort : IHotplugPort
{
    public enum Answer
    {
        Never,
        Unbinds,
        AtOnce,
        CannotBeAsked,
    }

    public Answer Guest { get; set; } = Answer.AtOnce;

    public List<string> Requests { get; } = [];

    public List<string> Plugged { get; } = [];

    public bool TryRequestUnplug(IHotpluggable device)
    {
        if (Guest == Answer.CannotBeAsked)
        {
            return false;
        }

        Requests.Add(device.PortName);
        if (Guest is Answer.Unbinds or Answer.AtOnce)
        {
            device.GuestUnbound();
        }

        if (Guest is Answer.AtOnce)
        {
            device.GuestReleased();
        }

        return true;
    }

    public void Plug(IHotpluggable device) => Plugged.Add(device.PortName);
}
