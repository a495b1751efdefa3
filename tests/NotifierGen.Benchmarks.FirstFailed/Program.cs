using System.Diagnostics;
using System.Globalization;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Called;
using NotifierGen.Benchmarks.FirstFailed;

// Run by "first" of NotifierGen.Benchmarks, in a new process each time. Prints in nanoseconds what preparing took, the first Failed, and the medians of
// later ones: one after the other, and with caches that hold other things, as they do when the first one comes.
const int WarmUp = 2_000;
const int Warm = 501;
const int Cold = 101;

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
OtherWork otherWork = new();

Func<bool, (long Prepared, long Failed)> raise;
switch (way)
{
    case "session":
        raise = FailSession;
        break;

    case "notify" or "notify-prepared":
        raise = NotifyFailed;
        break;

    default:
        Console.Error.WriteLine($"There is no '{way}'. One of: session, notify, notify-prepared.");
        return 1;
}

// The clock's own first reading is not the library's.
long started = Stopwatch.GetTimestamp();
long prepared = 0;
if (way == "notify-prepared")
{
    started = Stopwatch.GetTimestamp();
    notifiers.Prepare();
    prepared = Stopwatch.GetTimestamp() - started;
}

(long begun, long first) = raise(false);
for (int i = 0; i < WarmUp; i++)
{
    raise(false);
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{Nanoseconds(prepared + begun)} {Nanoseconds(first)} {Median(Warm, afterOtherWork: false)} {Median(Cold, afterOtherWork: true)}"));
return 0;

(long Prepared, long Failed) FailSession(bool afterOtherWork)
{
    long start = Stopwatch.GetTimestamp();
    using MigrationSession session = notifiers.Begin(vm);
    long begun = Stopwatch.GetTimestamp() - start;
    session.StopVm();
    otherWork.Do(afterOtherWork);
    start = Stopwatch.GetTimestamp();
    session.Fail(failure);
    return (begun, Stopwatch.GetTimestamp() - start);
}

(long Prepared, long Failed) NotifyFailed(bool afterOtherWork)
{
    notifiers.Notify(in setup);
    otherWork.Do(afterOtherWork);
    long start = Stopwatch.GetTimestamp();
    notifiers.Notify(in failed);
    return (0, Stopwatch.GetTimestamp() - start);
}

long Median(int count, bool afterOtherWork)
{
    long[] times = new long[count];
    for (int i = 0; i < count; i++)
    {
        times[i] = raise(afterOtherWork).Failed;
    }

    Array.Sort(times);
    return Nanoseconds(times[count / 2]);
}

static long Nanoseconds(long ticks) => (long)(ticks * 1e9 / Stopwatch.Frequency);
