using System.Diagnostics;
using System.Globalization;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Called;

namespace NotifierGen.Benchmarks.Dispatch.Scale;

/// <summary>`scale`: what registering very many devices takes, in memory that stays and in time, beside what a host could keep them in by itself.</summary>
internal static class ScaleReport
{
    private const int Rounds = 5;

    public static int Run(int devices)
    {
        IBoardDevice[] board = [.. Enumerable.Range(0, devices).Select(CalledBoard.Create)];
        IBoardDevice[] shuffled = [.. board];
        new Random(1).Shuffle(shuffled);

        // Their hashes, which the headers keep, are nobody's.
        HashSet<object> touched = new(board, ReferenceEqualityComparer.Instance);
        GC.KeepAlive(touched);
        touched = [];

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{devices:N0} devices of eight classes; medians of {Rounds} rounds"));
        Console.WriteLine("                                bytes a device   register ns   unregister ns (in random order)");
        Measure("array of references", board, shuffled, static () => new ArrayKeeper());
        Measure("list and dictionary of slots", board, shuffled, static () => new DictionaryKeeper());
        Measure("NotifierGen", board, shuffled, static () => new DispatcherKeeper());
        return 0;
    }

    private static void Measure(string name, IBoardDevice[] board, IBoardDevice[] shuffled, Func<IKeeper> create)
    {
        var register = new List<double>();
        var unregister = new List<double>();
        double bytes = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            long started = Stopwatch.GetTimestamp();
            IKeeper keeper = create();
            keeper.Prepare(board.Length);
            foreach (IBoardDevice device in board)
            {
                keeper.Add(device);
            }

            double added = Stopwatch.GetElapsedTime(started).TotalNanoseconds / board.Length;
            bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / board.Length;
            started = Stopwatch.GetTimestamp();
            foreach (IBoardDevice device in shuffled)
            {
                keeper.Remove(device);
            }

            double removed = Stopwatch.GetElapsedTime(started).TotalNanoseconds / board.Length;
            if (keeper.Count != 0)
            {
                throw new InvalidOperationException($"{name} still has {keeper.Count} devices.");
            }

            if (round > 0)
            {
                register.Add(added);
                unregister.Add(removed);
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-30}  {bytes,14:F1}   {Median(register),11:F0}   {Median(unregister),13:F0}"));
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
