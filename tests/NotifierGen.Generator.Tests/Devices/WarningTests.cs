using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

/// <summary>The harness compiles everything with warnings as errors; here the user's types themselves ask for warnings.</summary>
public class WarningTests
{
    [Fact]
    public async Task ObsoleteDevicesAndHandlersRaiseNoWarningInGeneratedFiles()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            [System.Obsolete("Use Nic.")]
            public sealed class OldNic
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() => Log.Add("old");
            }

            [System.Obsolete]
            public partial class OldGeneric<T>
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() => Log.Add("generic");
            }

            public sealed class Nic
            {
            #pragma warning disable CS0618
                [OnMigrationEvent(Failed, After = new[] { typeof(OldNic) })]
            #pragma warning restore CS0618
                public void OnFailed() => Log.Add("new");

            }

            public sealed class Uart
            {
                [System.Obsolete("No longer.")]
                [OnMigrationEvent(Setup)]
                public void OnSetup() => Log.Add("setup");
            }

            public static class Scenario
            {
            #pragma warning disable CS0612, CS0618
                public static string Run() => new Board().Fail(new Nic(), new Uart(), new OldNic(), new OldGeneric<int>());
            }
            """));

        Assert.Equal("setup stop old generic new run", log);
    }

    [Fact]
    public void EdgesToWhatIsObsoleteRaiseNoWarningInGeneratedFiles() => GeneratorTest.Check(new TestProject(
        "Board",
        Scenarios.Board,
        """
        #pragma warning disable CS0612, CS0618
        [System.Obsolete]
        public static class Old
        {
            public class Nic
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() { }
            }
        }

        [System.Obsolete]
        public class OldPort { }

        public class Bus
        {
            [OnMigrationEvent(Failed, After = new[] { typeof(Old.Nic) })]
            public void OnFailed() { }

            // Generated code cannot name the port, so its base class stands for it.
            [OnMigrationEvent(Setup, Before = new[] { typeof(Port) })]
            public void OnSetup() { }

            private sealed class Port : OldPort { }
        }
        """));

    [Fact]
    public async Task WhatNobodyMayUseAnyMoreHasNoRows()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            [System.Obsolete("Gone.", error: true)]
            public static class Gone
            {
                [OnMigrationEvent(Failed)]
                public static void OnFailed() => Log.Add("gone");
            }

            public static class Here
            {
                [OnMigrationEvent(Failed)]
                public static void OnFailed() => Log.Add("here");

                [System.Obsolete("Gone.", error: true)]
                [OnMigrationEvent(Failed)]
                public static void OnFailedOnce() => Log.Add("gone");
            }
            """,
            Scenarios.Failing()));

        Assert.Equal("stop here run", log);
    }

    [Fact]
    public async Task ExperimentalDevicesRaiseNoErrorInGeneratedFiles()
    {
        await GeneratorTest.Verify(new TestProject(
            "Board",
            Scenarios.Board,
            """
            [System.Diagnostics.CodeAnalysis.Experimental("LAB001")]
            public sealed class Prototype
            {
                [OnMigrationEvent(Failed)]
                public void OnFailed() => Log.Add("prototype");
            }
            """));
    }

    [Fact]
    public async Task AnAssemblyThatPromisesClsComplianceCompiles()
    {
        await GeneratorTest.Verify(new TestProject(
            "Board",
            """
            [assembly: System.CLSCompliant(true)]

            [DispatchTable]
            [System.CLSCompliant(false)]
            public sealed partial class Board : MigrationDispatcher { }

            public sealed class Nic
            {
            #pragma warning disable CS3016
                [OnMigrationEvent(Failed, After = new[] { typeof(Uart) })]
            #pragma warning restore CS3016
                public void OnFailed() { }
            }

            public sealed partial class Uart
            {
                [OnMigrationEvent(Failed)]
                private void OnFailed() { }
            }
            """));
    }

    [Fact]
    public async Task ADispatcherDerivedFromADispatcherHidesItsTable()
    {
        await GeneratorTest.Verify(new TestProject(
            "Board",
            """
            [DispatchTable]
            public partial class Board : MigrationDispatcher { }

            public static partial class Outer
            {
                [DispatchTable]
                internal sealed partial class Special : Board { }
            }
            """));
    }
}
