using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Devices;

public class LeftOutTests
{
    [Theory]
    [InlineData("NG0001", "public class Nic { [OnMigrationEvent(Failed)] public int OnFailed() => 0; }")]
    [InlineData("NG0001", "public class Nic { [OnMigrationEvent(Failed)] public void OnFailed(int wrong) { } }")]
    [InlineData("NG0002", "public class Nic { [OnMigrationEvent(Failed)] private void OnFailed() { } }")]
    [InlineData("NG0002", "public partial class Outer { private partial class Nic { [OnMigrationEvent(Failed)] public void OnFailed() { } } }")]
    [InlineData("NG0003", "public class Nic { [OnMigrationEvent(Setup, Phase.AfterVmStart)] public void OnSetup() { } }")]
    [InlineData("NG0005", "public class Nic { [OnMigrationEvent(Failed)] [OnMigrationEvent(Failed)] public void OnFailed() { } }")]
    [InlineData("NG0006", "public struct Nic { [OnMigrationEvent(Failed)] public void OnFailed() { } }")]
    [InlineData("NG0006", "public class Nic<T> { [OnMigrationEvent(Failed)] public static void OnFailed() { } }")]
    [InlineData("NG0008", "public class Nic { [OnMigrationEvent(Failed, Modes = 0)] public void OnFailed() { } }")]
    [InlineData("NG0009", "[DispatchTable] public static partial class Board { }")]
    public void WhatBreaksARuleIsLeftOut(string rule, string source)
    {
        GeneratedProject project = GeneratorTest.Check(new TestProject("Wrong", source));

        Assert.True(project.Sources().Count == 0, rule);
    }

    [Fact]
    public async Task OneMistakeLeavesTheOtherHandlersInTheTable()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class Nic
            {
                [OnMigrationEvent(Setup, Phase.AfterVmStart)]
                public void OnSetup() => Log.Add("wrong");

                [OnMigrationEvent(Failed)]
                public void OnFailed() => Log.Add("right");
            }
            """,
            Scenarios.Failing("new Nic()")));

        Assert.Equal("stop right run", log);
    }

    [Fact]
    public async Task ADispatcherWithoutHandlersHasItsFullApi()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public static class Scenario
            {
                public static string Run() => Board.Table.Length + " " + new Board().Fail();
            }
            """));

        Assert.Equal("0 stop run", log);
    }
}
