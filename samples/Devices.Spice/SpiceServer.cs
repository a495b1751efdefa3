using System.Buffers;

namespace Devices.Spice;

/// <summary>A SPICE server whose viewers follow the guest, if a target was named before the migration begins.</summary>
public sealed partial class SpiceServer : IDevice, IMigratableState, ITicking
{
    private readonly Lock _gate = new();
    private readonly IMachine _machine;
    private readonly SpiceClientState[] _clients;
    private SpiceTarget? _target;
    private bool _handoverPending;
    private long _frames;

    /// <summary>Creates the server with its viewers connected.</summary>
    /// <param name="name">Its name on the board.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="clients">How many viewers watch.</param>
    public SpiceServer(string name, IMachine machine, int clients)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clients);
        Name = name;
        _machine = machine;
        _clients = new SpiceClientState[clients];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int StateVersion => 1;

    /// <summary>Where viewers are to go with the next migration; <see langword="null"/>: they stay.</summary>
    public SpiceTarget? Target
    {
        get
        {
            lock (_gate)
            {
                return _target;
            }
        }
    }

    /// <summary>How many frames were shown.</summary>
    public long Frames
    {
        get
        {
            lock (_gate)
            {
                return _frames;
            }
        }
    }

    /// <summary>How many viewers are in a state.</summary>
    public int ClientsIn(SpiceClientState state)
    {
        lock (_gate)
        {
            return _clients.AsSpan().Count(state);
        }
    }

    /// <summary>Names the host to which viewers are to follow the guest in the next migration.</summary>
    /// <exception cref="InvalidOperationException">Viewers are on their way already.</exception>
    public void SetTarget(SpiceTarget target)
    {
        lock (_gate)
        {
            if (_handoverPending)
            {
                throw new InvalidOperationException($"{Name}: viewers are on their way to {_target!.Host}; name another target when that is over.");
            }

            _target = target;
        }
    }

    /// <summary>Shows a frame to the viewers that are here, if the guest draws any.</summary>
    public void Tick()
    {
        lock (_gate)
        {
            if (_machine.VcpusRunning)
            {
                _frames++;
            }
        }
    }

    /// <inheritdoc/>
    public void Save(MigrationMode mode, IBufferWriter<byte> output)
    {
        lock (_gate)
        {
            output.WriteInt64(_frames);
        }
    }

    /// <inheritdoc/>
    public void Load(MigrationMode mode, int version, ReadOnlySpan<byte> state)
    {
        var reader = new StateReader(Name, version, StateVersion, state);
        long frames = reader.ReadInt64();
        reader.End();
        if (frames < 0)
        {
            throw reader.Invalid("the number of frames is negative");
        }

        lock (_gate)
        {
            _frames = frames;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Violations(bool migrating)
    {
        lock (_gate)
        {
            List<string> violations = [];
            int switching = _clients.AsSpan().Count(SpiceClientState.Switching);
            if (_handoverPending && _target is null)
            {
                violations.Add($"{Name}: viewers are on their way, but nobody knows where to");
            }

            if (!_handoverPending && switching != 0)
            {
                violations.Add($"{Name}: {switching} viewers are left half-way");
            }

            int moved = _clients.AsSpan().Count(SpiceClientState.Moved);
            if (!migrating && moved != 0 && _machine.VcpusRunning)
            {
                violations.Add($"{Name}: {moved} viewers were sent away, and the guest runs here");
            }

            if (!migrating && _handoverPending)
            {
                violations.Add($"{Name}: no migration is under way and a hand-over is pending");
            }

            return violations;
        }
    }
}
