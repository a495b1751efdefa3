using NotifierGen.Analyzers.Tests.GroundTruth.Generation;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>
/// Executes a handler with many inputs: all that differ in their first bits, one exception at each place where one can be thrown, then variations of
/// the inputs that led somewhere new.
/// </summary>
internal sealed class Explorer(RunnableHandler handler, ulong seed)
{
    private const int MaxExceptionsEach = 60;

    private readonly Dice _dice = new(seed);
    private readonly Coverage _coverage = new();
    private readonly HashSet<Observation> _observed = [];
    private readonly List<Input> _interesting = [];

    // How many of them were tried with one exception more.
    private int _deepened;

    public IReadOnlySet<Observation> Observed => _observed;

    public int Executions { get; private set; }

    /// <summary>What the vCPUs may do when a handler is called.</summary>
    public static VmCondition[] Entries(HandlerEntry entry) => entry switch
    {
        HandlerEntry.Running => [VmCondition.Running],
        HandlerEntry.Stopped => [VmCondition.Stopped],
        _ => [VmCondition.Stopped, VmCondition.NeverStopped],
    };

    /// <summary>All inputs whose bits differ among the first <paramref name="bits"/>, up to a number of executions, for each entry state.</summary>
    public void Enumerate(HandlerEntry entry, int bits, int limit)
    {
        foreach (VmCondition condition in Entries(entry))
        {
            bool[] script = [];
            for (int i = 0; i < limit; i++)
            {
                Execution execution = Execute(new Input(condition, script, []));

                // The next input in the order of binary numbers: the last no that can become a yes does, and all behind it are no again.
                int last = Math.Min(execution.Decisions.Count, bits) - 1;
                while (last >= 0 && execution.Decisions[last])
                {
                    last--;
                }

                if (last < 0)
                {
                    break;
                }

                script = [.. execution.Decisions.Take(last), true];
            }
        }
    }

    /// <summary>Throws once at each place of the inputs that led somewhere new so far.</summary>
    public void ThrowEverywhere()
    {
        foreach (Input input in _interesting.ToArray())
        {
            int points = Execute(input).ThrowPoints;
            int step = Math.Max(1, points / MaxExceptionsEach);
            for (int point = 0; point < points; point += step)
            {
                Execute(input with { Throws = [(point << 1) | _dice.Below(2)] });
            }
        }
    }

    /// <summary>
    /// Throws once more, behind what they throw already, at each place of the inputs that led somewhere new: ways that need several exceptions in a row
    /// are found one by one.
    /// </summary>
    /// <param name="limit">At most so many executions; the next call goes on from there.</param>
    public void ThrowFurther(int limit)
    {
        int end = Executions + limit;
        while (_deepened < _interesting.Count && Executions < end)
        {
            Input input = _interesting[_deepened++];
            int first = input.Throws.Length == 0 ? 0 : (input.Throws[^1] >> 1) + 1;
            int points = Execute(input).ThrowPoints;
            int step = Math.Max(1, (points - first) / MaxExceptionsEach);
            for (int point = first; point < points; point += step)
            {
                Execute(input with { Throws = [.. input.Throws, point << 1] });
                Execute(input with { Throws = [.. input.Throws, (point << 1) | 1] });
            }
        }
    }

    /// <summary>Varies inputs until nothing new has come of it for a while, or the wanted observation was made.</summary>
    public void Vary(HandlerEntry entry, int patience, int limit, Func<bool>? isEnough = null)
    {
        VmCondition[] entries = Entries(entry);
        int idle = 0;
        for (int i = 0; i < limit && idle < patience && isEnough?.Invoke() != true; i++)
        {
            idle = ExecuteVariation(entries) ? 0 : idle + 1;
        }
    }

    private bool ExecuteVariation(VmCondition[] entries)
    {
        int before = _interesting.Count;
        Execute(_interesting.Count == 0 || _dice.Chance(30)
            ? new Input(_dice.Pick(entries), [], Throws(_dice.Chance(50) ? 0 : 1, 200), _dice.Next() | 1)
            : Vary(_dice.Pick(_interesting)));
        return _interesting.Count > before;
    }

    private Input Vary(Input input)
    {
        bool[] bits = [.. input.Bits];
        int keep = bits.Length == 0 ? 0 : _dice.Below(bits.Length + 1);
        switch (_dice.Below(4))
        {
            case 0:
                // Goes on differently behind some bit.
                bits = [.. bits.Take(keep)];
                break;

            case 1 when bits.Length > 0:
                bits[Math.Min(keep, bits.Length - 1)] ^= true;
                break;

            default:
                for (int i = 0; i < bits.Length; i++)
                {
                    bits[i] ^= _dice.Chance(8);
                }

                break;
        }

        int[] throws = _dice.Below(4) switch
        {
            0 => Throws(_dice.Below(3), 120),

            // A step further on a way that needs several.
            1 => [.. input.Throws.Concat(Throws(1, 240)).Order()],
            _ => input.Throws,
        };
        return new Input(input.Entry, bits, throws, _dice.Next() | 1);
    }

    private int[] Throws(int count, int bound)
    {
        int[] throws = new int[count];
        for (int i = 0; i < count; i++)
        {
            throws[i] = (_dice.Below(_dice.Below(bound) + 1) << 1) | _dice.Below(2);
        }

        Array.Sort(throws);
        return throws;
    }

    private Execution Execute(Input input)
    {
        _coverage.HasGrown = false;
        int before = _observed.Count;
        Execution execution = handler.Run(input, _coverage);
        _observed.UnionWith(execution.Observed);
        Executions++;
        if (_coverage.HasGrown || _observed.Count > before)
        {
            // From now on all of its bits are written down.
            _interesting.Add(input with { Bits = [.. execution.Decisions], Rest = 0 });
        }

        return execution;
    }
}
