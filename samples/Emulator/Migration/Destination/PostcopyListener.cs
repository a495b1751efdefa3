using System.Net.Sockets;
using Emulator.Memory;
using Emulator.Migration.Wire;

namespace Emulator.Migration.Destination;

/// <summary>Takes the missing pages from the stream, on a thread of its own, while the guest runs and waits for some of them.</summary>
internal sealed class PostcopyListener
{
    private readonly GuestMemory _memory;
    private readonly MachineReceiver _receiver;
    private readonly MissingPages _missing;
    private readonly Thread _thread;

    /// <summary>Makes the RAM wait for what is missing; nobody touches it at this moment.</summary>
    /// <param name="memory">The RAM.</param>
    /// <param name="receiver">Where the pages come from.</param>
    /// <param name="answers">Where to ask for those that somebody waits for.</param>
    public PostcopyListener(GuestMemory memory, MachineReceiver receiver, AnswerLine answers)
    {
        _memory = memory;
        _receiver = receiver;
        _missing = new MissingPages(receiver.Missing, answers.Request);
        Total = _missing.Left;
        memory.BeginPostcopy(_missing);
        _thread = new Thread(Listen) { IsBackground = true, Name = "postcopy" };
    }

    /// <summary>How many pages were missing in the beginning.</summary>
    public int Total { get; }

    /// <summary>How many are missing now.</summary>
    public int Left => _missing.Left;

    /// <summary>How many were asked for because a vCPU or a device waited for them.</summary>
    public int Requested => _missing.Requested;

    /// <summary>What ended the stream early; <see langword="null"/>: nothing did, or it goes on.</summary>
    public Exception? Failure { get; private set; }

    public void Start() => _thread.Start();

    /// <summary>Waits until every page is here, or none comes any more.</summary>
    public void Join() => _thread.Join();

    private void Listen()
    {
        try
        {
            _receiver.ReceivePostcopy(_missing);
        }
        catch (Exception e) when (e is StreamException or IOException or SocketException)
        {
            Failure = e;
        }
        finally
        {
            _missing.Break(Failure?.Message ?? "the stream has ended");
            if (Left == 0)
            {
                _memory.EndPostcopy();
            }
        }
    }
}
