using Emulator.Paths;
using NotifierGen.Testing;

namespace NotifierGen.Samples.Tests.Emulator.Paths;

public sealed class EmulatedPathsTests
{
    public static TheoryData<int, string> Rows => [.. EmulatedPaths.All.Select(static path => (path.Row, path.Model))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void EachIsMeasuredAgainstAModelOfItsRow(int row, string model) =>
        Assert.Contains(MigrationPaths.OfQemuRow(row), path => path.Name == model);

    [Fact]
    public void EveryRowOfTheTableIsTakenOrNamedWithTheReasonWhyNot() =>
        Assert.Equal(Enumerable.Range(1, 33), EmulatedPaths.All.Select(static path => path.Row).Concat(EmulatedPaths.NotTaken.Keys).Distinct().Order());
}
