using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class InheritanceTests
{
    [Fact]
    public async Task AnOverrideRunsInItsBaseClassesRow()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public abstract class Device
            {
                [OnMigrationEvent(Failed)]
                public abstract void OnFailed();

                [OnMigrationEvent(Failed, Order = 1)]
                public virtual void AfterAll() => Log.Add("base");

                [OnMigrationEvent(Failed, Order = 2)]
                public void Same() => Log.Add("same");
            }

            public class Nic : Device
            {
                public override void OnFailed() => Log.Add("nic");

                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                public void Announce() => Log.Add("announce");
            }

            public sealed class Virtio : Nic
            {
                public override void OnFailed() => Log.Add("virtio");

                public override void AfterAll() => Log.Add("derived");
            }
            """,
            Scenarios.Failing("new Nic()", "new Virtio()")));

        Assert.Equal("stop virtio nic derived base same same run announce announce", log);
    }

    [Fact]
    public async Task InterfacesAreDevicesWithTheirDefaultImplementations()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public interface IAnnounces
            {
                [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                void Announce(in MigrationContext context);

                [OnMigrationEvent(Failed)]
                void Prepare() => Log.Add("default");

                [OnMigrationEvent(Failed, Order = 1)]
                static void Once() => Log.Add("static");
            }

            public sealed class Nic : IAnnounces
            {
                void IAnnounces.Announce(in MigrationContext context) => Log.Add("nic");
            }

            public struct Tap : IAnnounces
            {
                public void Announce(in MigrationContext context) => Log.Add("tap");

                public void Prepare() => Log.Add("own");
            }
            """,
            Scenarios.Failing("new Nic()", "new Tap()")));

        Assert.Equal("stop own default static run tap nic", log);
    }
}
