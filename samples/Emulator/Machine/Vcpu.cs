using Emulator.Bus;
using Emulator.Cpu;
using Emulator.Memory;

namespace Emulator.Machine;

/// <summary>A thread that runs a hart whenever the gate is open.</summary>
internal sealed class Vcpu
{
    /// <summary>Instructions between two looks at the gate and at interrupts: some ten microseconds.</summary>
    private const int Batch = 512;

    private readonly RunGate _gate;
    private readonly Clint _clint;
    private readonly Thread _thread;

    public Vcpu(Hart hart, RunGate gate, Clint clint)
    {
        Hart = hart;
        _gate = gate;
        _clint = clint;
        _thread = new Thread(Run) { IsBackground = true, Name = $"vcpu{hart.Id}" };
        _thread.Start();
    }

    public Hart Hart { get; }

    /// <summary>What ended the thread, if something did that is no guest's fault.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Waits for the thread's end, after the gate was closed for good.</summary>
    public void Join() => _thread.Join();

    private void Run()
    {
        while (_gate.Enter())
        {
            bool isStuck = false;
            try
            {
                RunWhileOpen();
            }
            catch (PageLostException)
            {
                // The instruction has changed nothing: it is tried again if the machine ever starts again.
                isStuck = true;
            }
#pragma warning disable CA1031 // Whatever it is: the machine reports it, and the other vCPUs can still be stopped.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Fault = e;
                return;
            }
            finally
            {
                _gate.Leave();
            }

            if (isStuck)
            {
                _gate.AwaitClosing();
            }
        }
    }

    private void RunWhileOpen()
    {
        while (_gate.IsOpen)
        {
            Hart.Run(Batch);
            if (Hart.IsWaiting && _gate.IsOpen)
            {
                _clint.Sleep(Hart.Id, Hart.WaitsForTimer);
            }
        }
    }
}
