using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class GenericTests
{
    [Fact]
    public async Task AllConstructionsOfAGenericClassShareItsRows()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace Devices
            {
                public partial class Nic<T, @class> where T : class, new() where @class : struct
                {
                    [OnMigrationEvent(Setup)]
                    public SetupResult OnSetup(in MigrationContext context) { Log.Add("setup"); return SetupResult.Accept; }

                    [OnMigrationEvent(Failed)]
                    [OnMigrationEvent(Failed, Phase.AfterVmStart)]
                    private void OnFailed(in MigrationContext context) => Log.Add(typeof(T).Name + "/" + typeof(@class).Name);

                    [OnMigrationEvent(Failed)]
                    private void OnFailed() => Log.Add("overload");

                    [OnMigrationEvent(Failed)]
                    protected internal virtual void @event() => Log.Add("event");
                }

                public sealed class Derived : Nic<object, int>
                {
                    protected internal override void @event() => Log.Add("derived");

                    [OnMigrationEvent(Failed)]
                    public void Own() => Log.Add("own");
                }
            }
            """,
            Scenarios.Failing("new Devices.Nic<object, long>()", "new Devices.Derived()")));

        Assert.Equal("setup setup stop derived event Object/Int32 Object/Int64 overload overload own run Object/Int32 Object/Int64", log);
    }

    [Fact]
    public async Task TypesInsideGenericTypesAreGeneric()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            namespace Devices
            {
                public partial interface IBus<TAddress, TWord>
                {
                    public partial record Port<T>(string Name)
                        where T : System.IComparable<T>
                    {
                        public sealed partial class Queue
                        {
                            [OnMigrationEvent(Failed)]
                            private void OnFailed() => Log.Add("queue");
                        }

                        [OnMigrationEvent(Failed)]
                        private void OnFailed() => Log.Add("port " + Name);
                    }
                }
            }
            """,
            Scenarios.Failing("new Devices.IBus<int, string>.Port<int>(\"p\")", "new Devices.IBus<int, string>.Port<int>.Queue()")));

        Assert.Equal("stop queue port p run", log);
    }

    [Fact]
    public async Task AnEdgeMayNameAGenericClass()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed partial class Z<T>
            {
                [OnMigrationEvent(Done)]
                [OnMigrationEvent(Failed, Before = new[] { typeof(A) })]
                public void OnFailed() => Log.Add("Z");
            }

            public sealed class A
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(B<>) })]
                public void OnFailed() => Log.Add("A");
            }

            public sealed partial class B<T>
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(Z<string>) })]
                public void OnFailed() => Log.Add("B");
            }
            """,
            Scenarios.Failing("new A()", "new B<int>()", "new Z<int>()")));

        Assert.Equal("stop Z B A run", log);
    }
}
