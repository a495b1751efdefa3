using System.Diagnostics;
using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Telemetry;

[Collection(ListenersCollection.Name)]
public class ActivityTests
{
    [Fact]
    public void AMigrationIsAnActivityWithOneBelowItForEachPhase()
    {
        TestMachine machine = new();
        machine.AddFull("a");
        List<Activity> stopped = [];
        using ActivityListener listener = Listen(stopped);
        using (MigrationSession session = machine.Begin(MigrationMode.CprReboot))
        {
            session.StopVm();
            session.Fail(TestMachine.Error());
        }

        Assert.Equal(["Setup", "Failed", "Failed", "migration"], stopped.Select(activity => activity.OperationName));
        Activity migration = stopped[3];
        Assert.All(stopped.Take(3), phase => Assert.Equal(migration.SpanId, phase.ParentSpanId));
        Assert.Equal(["BeforeVmStart", "BeforeVmStart", "AfterVmStart"], stopped.Take(3).Select(phase => phase.GetTagItem("notifiergen.phase")));
        Assert.Equal("CprReboot", migration.GetTagItem("notifiergen.mode"));
        Assert.Equal("outgoing", migration.GetTagItem("notifiergen.direction"));
        Assert.Equal("Failed", migration.GetTagItem("notifiergen.outcome"));
        Assert.Equal(ActivityStatusCode.Error, migration.Status);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void AnIncomingMigrationThatArrivedIsNoError()
    {
        TestMachine machine = new(running: false);
        List<Activity> stopped = [];
        using ActivityListener listener = Listen(stopped);
        using (IncomingSession session = machine.Notifiers.BeginIncoming(machine.Vm))
        {
            session.Complete();
        }

        Activity migration = stopped[^1];
        Assert.Equal(("migration", ActivityStatusCode.Unset), (migration.OperationName, migration.Status));
        Assert.Equal("incoming", migration.GetTagItem("notifiergen.direction"));
        Assert.Equal("Completed", migration.GetTagItem("notifiergen.outcome"));
    }

    [Fact]
    public void ARefusalEndsTheActivity()
    {
        TestMachine machine = new();
        machine.AddFull("a").Probe.Answers = _ => SetupResult.Refuse("no");
        List<Activity> stopped = [];
        using ActivityListener listener = Listen(stopped);

        Assert.Throws<MigrationRefusedException>(() => machine.Begin());

        Assert.Equal("Refused", stopped[^1].GetTagItem("notifiergen.outcome"));
    }

    private static ActivityListener Listen(List<Activity> stopped)
    {
        int thread = Environment.CurrentManagedThreadId;
        ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "NotifierGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Environment.CurrentManagedThreadId == thread)
                {
                    stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
