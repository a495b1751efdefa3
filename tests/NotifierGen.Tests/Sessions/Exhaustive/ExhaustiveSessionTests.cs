using System.Collections.Concurrent;

namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>Every sequence of host calls up to a length, legal or not, against the reference; with trouble, every legal sequence and what follows it.</summary>
public class ExhaustiveSessionTests
{
    private const int MaxLength = 6;

    private static readonly HostCall[] s_calls = Enum.GetValues<HostCall>();

    private static readonly Trouble[] s_troubles =
    [
        Trouble.None,
        new("vm.Start"),
        new("vm.Stop"),
        .. from device in new[] { "a", "b", "q" } select new Trouble($"{device}.S", Refuses: true),
        .. from device in new[] { "a", "b" } from handler in "SPDFfRr" select new Trouble($"{device}.{handler}"),
        new("n.F"),
        new("q.S"),
        new("q.F"),
    ];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void EverySequenceOfCallsBehavesAsTheReferenceSays(bool running, bool withStoppedVmDevice)
    {
        // Sequences that begin with the same two calls share a task.
        int runs = 0;
        ConcurrentBag<string> deviations = [];
        Parallel.ForEach(from first in s_calls from second in s_calls select (HostCall[])[first, second], prefix =>
        {
            foreach (HostCall[] calls in Extensions(prefix))
            {
                Compare(running, withStoppedVmDevice, Trouble.None, calls, deviations);
                Interlocked.Increment(ref runs);
            }
        });

        Assert.Empty(deviations.Take(5));
        Assert.Equal(Enumerable.Range(2, MaxLength - 1).Sum(length => (int)Math.Pow(s_calls.Length, length)), runs);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void EveryTroubleOnEveryLegalSequenceBehavesAsTheReferenceSays(bool running, bool withStoppedVmDevice)
    {
        ConcurrentBag<string> deviations = [];
        Parallel.ForEach(s_troubles, trouble => Explore(running, withStoppedVmDevice, trouble, [], deviations));

        Assert.Empty(deviations.Take(5));
    }

    [Fact]
    public void FailedComesExactlyOnceBeforeTheVmStartsAndNeverWithDone()
    {
        foreach (HostCall[] calls in from first in s_calls from second in s_calls from third in s_calls select (HostCall[])[first, second, third, HostCall.Dispose])
        {
            string[] log = new SmallMachine(running: true, withStoppedVmDevice: true, Trouble.None).Run(calls).Log.Split(' ');
            int failed = log.Count(line => line.StartsWith("a.F", StringComparison.Ordinal));
            int done = log.Count(line => line.StartsWith("a.D", StringComparison.Ordinal));
            Assert.Equal(1, failed + done);

            int lastFailed = Array.FindLastIndex(log, line => line.Contains(".F", StringComparison.Ordinal));
            int lastSetup = Array.FindLastIndex(log, line => line.EndsWith(".S", StringComparison.Ordinal));
            if (failed == 1)
            {
                string between = string.Join(' ', log[Array.FindIndex(log, line => line.Contains(".F", StringComparison.Ordinal))..lastFailed]);
                Assert.DoesNotContain("run", between, StringComparison.Ordinal);
                Assert.True(lastSetup < lastFailed);
            }
        }
    }

    private static IEnumerable<HostCall[]> Extensions(HostCall[] prefix)
    {
        yield return prefix;
        if (prefix.Length < MaxLength)
        {
            foreach (HostCall[] extended in s_calls.SelectMany(call => Extensions([.. prefix, call])))
            {
                yield return extended;
            }
        }
    }

    /// <summary>
    /// Goes on only behind calls that were possible, and not behind a second Dispose: that an impossible call changes nothing is what
    /// <see cref="EverySequenceOfCallsBehavesAsTheReferenceSays"/> shows. The reference alone says which calls are worth a run.
    /// </summary>
    private static void Explore(bool running, bool withStoppedVmDevice, Trouble trouble, HostCall[] prefix, ConcurrentBag<string> deviations)
    {
        Compare(running, withStoppedVmDevice, trouble, prefix, deviations);
        Compare(running, withStoppedVmDevice, trouble, prefix, deviations, recordsTimings: true);
        bool isRefused = new ReferenceSession(running, withStoppedVmDevice, trouble).Run(prefix).State == "refused";
        if (isRefused || prefix.Length == MaxLength || prefix is [.., HostCall.Dispose, HostCall.Dispose])
        {
            return;
        }

        foreach (HostCall[] calls in s_calls.Select(call => (HostCall[])[.. prefix, call]))
        {
            bool isPossible = new ReferenceSession(running, withStoppedVmDevice, trouble).Run(calls).IllegalCalls.Length == 0;
            if (isPossible)
            {
                Explore(running, withStoppedVmDevice, trouble, calls, deviations);
            }
            else if (calls.Length <= 3)
            {
                Compare(running, withStoppedVmDevice, trouble, calls, deviations);
            }
        }
    }

    private static void Compare(bool running, bool withStoppedVmDevice, Trouble trouble, HostCall[] calls, ConcurrentBag<string> deviations, bool recordsTimings = false)
    {
        Outcome expected = new ReferenceSession(running, withStoppedVmDevice, trouble).Run(calls);
        Outcome observed = new SmallMachine(running, withStoppedVmDevice, trouble).Run(calls, recordsTimings);
        if (expected != observed && deviations.Count < 20)
        {
            deviations.Add($"{string.Join(", ", calls)} with {trouble}{(recordsTimings ? ", timed" : "")}:\n  expected {expected}\n  observed {observed}");
        }
    }
}
