using System.Buffers;
using System.Numerics;

namespace Devices.GicV3;

/// <summary>
/// An interrupt controller in the host's kernel. Message-signalled interrupts (LPIs) become pending in the kernel's bitmap; the guest's own
/// pending table lies in its RAM. Devices go on raising interrupts while the vCPUs stand still, so what lies in RAM is true only once it has been
/// written again when nothing can be delivered any more.
/// </summary>
public sealed partial class GicV3 : IDevice, IMigratableState, ITicking, IMessageInterrupts
{
    private const int BitsPerWord = 64;

    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly IMessageInterrupts _vcpus;
    private readonly ulong _pendingTable;
    private readonly ulong[] _pending;
    private long _raised;
    private long _delivered;
    private long _coalesced;
    private long _received;
    private bool _tableIsDue;

    /// <summary>Creates the controller with nothing pending.</summary>
    /// <param name="name">Its name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="vcpus">Where interrupts are delivered while vCPUs run.</param>
    /// <param name="pendingTable">Where in RAM the guest has put its pending table: one bit an interrupt.</param>
    /// <param name="interrupts">How many interrupts there are; a multiple of 64.</param>
    public GicV3(string name, IMachine machine, IMessageInterrupts vcpus, ulong pendingTable, int interrupts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(interrupts);
        ArgumentOutOfRangeException.ThrowIfNotEqual(interrupts % BitsPerWord, 0);
        Name = name;
        _machine = machine;
        _vcpus = vcpus;
        _pendingTable = pendingTable;
        _pending = new ulong[interrupts / BitsPerWord];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int StateVersion => 1;

    /// <summary>How many interrupts are pending in the kernel.</summary>
    public int PendingCount
    {
        get
        {
            lock (_gate)
            {
                return CountPending();
            }
        }
    }

    /// <summary>How many interrupts were delivered to vCPUs.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <inheritdoc/>
    public void Raise(int interrupt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(interrupt);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(interrupt, _pending.Length * BitsPerWord);
        lock (_gate)
        {
            ulong bit = 1UL << (interrupt % BitsPerWord);
            ref ulong word = ref _pending[interrupt / BitsPerWord];
            _raised++;
            if ((word & bit) != 0)
            {
                _coalesced++;
            }

            word |= bit;
        }
    }

    /// <summary>Delivers what is pending, if vCPUs run.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            for (int i = 0; i < _pending.Length && _machine.VcpusRunning; i++)
            {
                while (_pending[i] != 0)
                {
                    int bit = BitOperations.TrailingZeroCount(_pending[i]);
                    _pending[i] &= _pending[i] - 1;
                    _delivered++;
                    _vcpus.Raise((i * BitsPerWord) + bit);
                }
            }
        }
    }

    /// <summary>Writes the pending bits. Only under CPR transfer they travel in the RAM instead, see <see cref="SavePendingTable"/>.</summary>
    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        lock (_gate)
        {
            output.WriteInt32(_pending.Length);
            foreach (ulong word in _pending)
            {
                output.WriteUInt64(mode == MigrationMode.CprTransfer ? 0 : word);
            }
        }
    }

    /// <inheritdoc/>
    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        int words = reader.ReadInt32();
        if (words != _pending.Length)
        {
            throw reader.Invalid($"{words} words of pending interrupts came, this controller has {_pending.Length}");
        }

        var pending = new ulong[words];
        foreach (ref ulong word in pending.AsSpan())
        {
            word = reader.ReadUInt64();
        }

        reader.End();
        lock (_gate)
        {
            Merge(pending);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            List<string> violations = [];
            if (_raised + _received != _delivered + _coalesced + CountPending())
            {
                violations.Add($"{Name}: {_raised} interrupts were raised and {_received} received, but {_delivered} delivered, {_coalesced} coalesced and {CountPending()} are pending");
            }

            if (_tableIsDue)
            {
                violations.Add($"{Name}: the pending table was to be written while vCPUs ran");
            }

            return violations;
        }
    }

    private int CountPending()
    {
        int count = 0;
        foreach (ulong word in _pending)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private void Merge(ReadOnlySpan<ulong> pending)
    {
        int before = CountPending();
        for (int i = 0; i < _pending.Length; i++)
        {
            _pending[i] |= pending[i];
        }

        _received += CountPending() - before;
    }
}
