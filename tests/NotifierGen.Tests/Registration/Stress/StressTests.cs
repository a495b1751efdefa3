using System.Collections.Concurrent;
using System.Globalization;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Registration.Stress;

/// <summary>Threads that register and unregister while one dispatches. <c>NOTIFIERGEN_STRESS_SECONDS</c> says for how long.</summary>
public class StressTests(ITestOutputHelper output)
{
    private const int Threads = 4;
    private const int DefaultSeconds = 3;
    private const int MostOfEach = 200;

    private static TimeSpan Duration => TimeSpan.FromSeconds(
        Environment.GetEnvironmentVariable("NOTIFIERGEN_STRESS_SECONDS") is { Length: > 0 } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : DefaultSeconds);

    [Fact]
    public void NothingIsLostCalledTwiceOrCalledWhenItIsGone()
    {
        TestNotifiers notifiers = new();
        StressClock clock = new();
        ConcurrentQueue<string> errors = new();
        StressDevice[] stable = [.. Enumerable.Range(0, 50).Select(_ => new StressDevice(clock))];
        Array.ForEach(stable, device => device.Register(notifiers));
        using CancellationTokenSource stop = new(Duration);
        long devices = 0;
        Thread[] threads =
            [.. Enumerable.Range(0, Threads).Select(seed => new Thread(() => Interlocked.Add(ref devices, Churn(notifiers, clock, new Random(seed), errors, stop.Token))))];
        Array.ForEach(threads, thread => thread.Start());

        MigrationContext context = new() { Event = PostcopyStart, Mode = MigrationMode.CprTransfer };
        while (!stop.IsCancellationRequested)
        {
            clock.Begin();
            if (notifiers.Notify(in context).Faults is [{ } fault, ..])
            {
                errors.Enqueue(fault.ToString());
            }
        }

        Array.ForEach(threads, thread => thread.Join());
        clock.Begin();
        Array.ForEach(stable, device => device.Unregister(notifiers));
        output.WriteLine($"{clock.Dispatch} dispatches, {devices} devices");

        Assert.Empty(errors);
        Assert.All(stable, device => Assert.Null(device.Error));
        Assert.Equal(0, notifiers.DeviceCount);
        Assert.True(devices > 0 && clock.Dispatch > 1);
    }

    private static long Churn(TestNotifiers notifiers, StressClock clock, Random random, ConcurrentQueue<string> errors, CancellationToken stop)
    {
        long devices = 0;
        try
        {
            List<StressDevice> mine = [];
            Queue<(StressDevice Device, long GoneAt)> gone = [];
            while (!stop.IsCancellationRequested || mine.Count > 0)
            {
                if (!stop.IsCancellationRequested && (mine.Count == 0 || random.Next(MostOfEach) > mine.Count))
                {
                    StressDevice device = new(clock);
                    device.Register(notifiers);
                    mine.Add(device);
                    devices++;
                }
                else
                {
                    int index = random.Next(mine.Count);
                    mine[index].Unregister(notifiers);
                    gone.Enqueue((mine[index], clock.Dispatch));
                    mine.RemoveAt(index);
                }

                // Watched for some dispatches more.
                while (gone.Count > 0 && (gone.Peek().GoneAt + 3 < clock.Dispatch || stop.IsCancellationRequested))
                {
                    if (gone.Dequeue().Device.Error is { } error)
                    {
                        errors.Enqueue(error);
                    }
                }
            }
        }
        catch (Exception exception)
        {
            errors.Enqueue(exception.ToString());
        }

        return devices;
    }
}
