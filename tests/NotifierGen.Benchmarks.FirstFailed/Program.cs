using System.Diagnostics;
using System.Globalization;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Called;
using NotifierGen.Benchmarks.FirstFailed;

// Run by "first" of NotifierGen.Benchmarks, in a new process each time. The times are taken here, in code that runs once: what it calls is what is
// compiled, or not. Prints what preparing took, the first Failed, and the median of those after many others, in nanoseconds.
const int WarmUp = 2_000;
const int Warm = 501;

if (args is not [string way, string number] || !int.TryParse(number, CultureInfo.InvariantCulture, out int devices))
{
    Console.Error.WriteLine("First session, notify or notify-prepared, then how many devices, each of a class of its own.");
    return 1;
}

BoardNotifiers notifiers = new();
BenchVm vm = new();
for (int i = 0; i < devices; i++)
{
    notifiers.Register(CalledBoard.Create(i));
}

MigrationFailure failure = new(MigrationFailureKind.Error, "The channel broke.");
MigrationContext setup = new() { Event = MigrationEvent.Setup, SessionId = 1 };
MigrationContext failed = new() { Event = MigrationEvent.Failed, Phase = Phase.AfterVmStart, SessionId = 1, Failure = failure };

// The clock's own first reading is not the library's.
long started = Stopwatch.GetTimestamp();
long prepared = 0;
long first;
long[] warm = new long[Warm];
switch (way)
{
    case "session":
        started = Stopwatch.GetTimestamp();
        MigrationSession session = notifiers.Begin(vm);
        prepared = Stopwatch.GetTimestamp() - started;
        session.StopVm();
        started = Stopwatch.GetTimestamp();
        session.Fail(failure);
        first = Stopwatch.GetTimestamp() - started;
        session.Dispose();
        for (int i = -WarmUp; i < Warm; i++)
        {
            session = notifiers.Begin(vm);
            session.StopVm();
            started = Stopwatch.GetTimestamp();
            session.Fail(failure);
            warm[Math.Max(i, 0)] = Stopwatch.GetTimestamp() - started;
            session.Dispose();
        }

        break;

    case "notify" or "notify-prepared":
        if (way == "notify-prepared")
        {
            started = Stopwatch.GetTimestamp();
            notifiers.Prepare();
            prepared = Stopwatch.GetTimestamp() - started;
        }

        notifiers.Notify(in setup);
        started = Stopwatch.GetTimestamp();
        notifiers.Notify(in failed);
        first = Stopwatch.GetTimestamp() - started;
        for (int i = -WarmUp; i < Warm; i++)
        {
            notifiers.Notify(in setup);
            started = Stopwatch.GetTimestamp();
            notifiers.Notify(in failed);
            warm[Math.Max(i, 0)] = Stopwatch.GetTimestamp() - started;
        }

        break;

    default:
        Console.Error.WriteLine($"There is no '{way}'. One of: session, notify, notify-prepared.");
        return 1;
}

Array.Sort(warm);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds(prepared)} {Nanoseconds(first)} {Nanoseconds(warm[Warm / 2])}"));
return 0;

static long Nanoseconds(long ticks) => (long)(ticks * 1e9 / Stopwatch.Frequency);
