using Devices;
using Emulator.Memory;

namespace Emulator.Machine;

/// <summary>Lets the devices work of their own accord, also while the vCPUs stand still.</summary>
internal sealed class DeviceThread : IDisposable
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(2);

    private readonly ITicking[] _devices;
    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;

    public DeviceThread(ITicking[] devices)
    {
        _devices = devices;
        _thread = new Thread(Run) { IsBackground = true, Name = "devices" };
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }

    private void Run()
    {
        while (!_end.Wait(s_period))
        {
            foreach (ITicking device in _devices)
            {
                try
                {
                    device.Tick();
                }
                catch (PageLostException)
                {
                    // A device that needs a page that will not come does nothing; whoever lost the page stops the machine.
                }
            }
        }
    }
}
