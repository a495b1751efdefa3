using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Ordering;

public class OrderTests
{
    [Fact]
    public void TiesAreBrokenByOrderThenClassThenHandlerThenSignature()
    {
        Assert.Equal(
            ["z.Z.First", "A.Alpha", "A.Beta", "A.Beta_2", "B.Alpha", "a.Alpha"],
            Sorted(
                Row("a.Alpha"), Row("B.Alpha"), Row("A.Beta_2"), Row("A.Beta"), Row("A.Alpha"), Row("z.Z.First", order: -1)));
    }

    [Theory]
    [InlineData("FailedBeforeVmStart")]
    [InlineData("FailedAfterVmStart")]
    [InlineData("IncomingFailed")]
    public void WhereFailuresAreUndoneNamesTieBackwardsAndOrderDoesNot(string section)
    {
        Section mirrored = Enum.Parse<Section>(section);

        Assert.Equal(
            ["A.First", "B.Beta", "B.Alpha", "A.Beta"],
            Sorted(Row("A.Beta", section: mirrored), Row("B.Alpha", section: mirrored), Row("A.First", order: -1, section: mirrored), Row("B.Beta", section: mirrored)));
    }

    [Fact]
    public void ReclaimedIsNotMirrored() => Assert.Equal(
        ["A.A", "B.B"],
        Sorted(Row("B.B", section: Section.ReclaimedBeforeVmStart), Row("A.A", section: Section.ReclaimedBeforeVmStart)));

    [Fact]
    public void SectionsFollowEachOther() => Assert.Equal(
        ["Z.Setup", "A.Done", "A.Failed"],
        Sorted(Row("A.Failed", section: Section.FailedBeforeVmStart), Row("A.Done", section: Section.Done), Row("Z.Setup")));

    [Fact]
    public void EdgesComeBeforeOrder() => Assert.Equal(
        ["C.Row", "B.Row", "A.Row"],
        Sorted(Row("A.Row", order: -9, after: ["B"]), Row("B.Row"), Row("C.Row", order: 9, before: ["B"])));

    [Fact]
    public void AnEdgeToAClassIsOneToAllOfItsRows() => Assert.Equal(
        ["B.One", "B.Two", "A.Row", "C.Row"],
        Sorted(Row("A.Row", after: ["B"]), Row("B.One"), Row("B.Two"), Row("C.Row")));

    [Fact]
    public void AnEdgeCountsWithinItsSectionOnly() => Assert.Equal(
        ["A.Row", "B.Row"],
        Sorted(Row("A.Row", after: ["B"]), Row("B.Row", section: Section.Done)));

    [Fact]
    public void TheRowsOfTheOwnClassAreNoTarget() => Assert.Equal(
        ["A.One", "A.Two"],
        Sorted(Row("A.One", after: ["A"], before: ["A"]), Row("A.Two")));

    [Fact]
    public void RowsOfACycleAreLeftOutAndThoseBehindItStay()
    {
        ComposableRow[] rows =
        [
            Row("A.Row", after: ["C"]), Row("B.Row", after: ["A"]), Row("C.Row", after: ["B"]), Row("C.Free", order: 5),
            Row("D.Row", order: -1, after: ["C"]),
        ];

        Assert.Equal(["C.Free", "D.Row"], Sorted(rows));
    }

    [Fact]
    public void ACycleIsListedInTheOrderItsRowsWouldRun()
    {
        ComposableRow[] rows =
        [
            Row("C.Row", after: ["B"]), Row("A.Row", after: ["C"]), Row("B.Row", after: ["A"]),
            Row("X.Row", after: ["Y"], section: Section.Done), Row("Y.Row", after: ["X"], section: Section.Done), Row("Z.Row", after: ["Y"], section: Section.Done),
        ];

        Assert.Equal(
            ["A.Row B.Row C.Row", "X.Row Y.Row"],
            RowOrder.FindCycles(rows).Select(cycle => string.Join(' ', cycle.Select(row => row.Row.Device + "." + row.Row.Handler))));
    }

    [Fact]
    public void AChainAsLongAsTheTableIsOrdered()
    {
        const int Length = 20_000;
        ComposableRow[] rows = [.. Enumerable.Range(0, Length).Select(i => Row($"D{i}.Row", after: [$"D{i + 1}"]))];

        string[] sorted = Sorted(rows);

        Assert.Equal(Length, sorted.Length);
        Assert.Equal($"D{Length - 1}.Row", sorted[0]);
        Assert.Equal("D0.Row", sorted[^1]);
    }

    [Fact]
    public async Task GeneratedTablesLeaveACycleOut()
    {
        string log = await GeneratorTest.Run(new TestProject(
            "Board",
            Scenarios.Board,
            """
            public sealed class A
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(B) })]
                public void OnFailed() => Log.Add("A");

                [OnMigrationEvent(Setup)]
                public void OnSetup() => Log.Add("setup A");
            }

            public sealed class B
            {
                [OnMigrationEvent(Failed, After = new[] { typeof(A) })]
                public void OnFailed() => Log.Add("B");
            }

            public sealed partial class C
            {
                private class Hidden : A2 { }

                [OnMigrationEvent(Failed, Before = new[] { typeof(Hidden), typeof(int), typeof(int[]) })]
                public void OnFailed() => Log.Add("C");
            }

            public class A2
            {
                [OnMigrationEvent(Failed, Order = -5)]
                public void OnFailed() => Log.Add("A2");
            }
            """,
            Scenarios.Failing("new A()", "new A2()", "new C()")));

        Assert.Equal("setup A stop C A2 run", log);
    }

    private static string[] Sorted(params ComposableRow[] rows)
    {
        string[] sorted = Names(rows);
        Assert.Equal(sorted, Names([.. rows.Reverse()]));
        return sorted;
    }

    private static string[] Names(ComposableRow[] rows) => [.. RowOrder.Sort(rows).Select(row => row.Row.Device + "." + row.Row.Method)];

    private static ComposableRow Row(string name, int order = 0, Section section = Section.Setup, string[]? after = null, string[]? before = null)
    {
        int dot = name.LastIndexOf('.');
        string device = name[..dot];
        string method = name[(dot + 1)..];
        return new ComposableRow(
            new TableRow(device, method.Split('_')[0], section, 1, order, 0, false, false, "Devices", "global", "Rows." + device, method, null),
            new TypeKey("Devices", device, "Devices"),
            Edges(after),
            Edges(before));
    }

    private static EquatableArray<EdgeTarget> Edges(string[]? types) =>
        new([.. (types ?? []).Select(type => new EdgeTarget(type, "global", new([new([new TypeKey("Devices", type, "Devices")])])))]);
}
