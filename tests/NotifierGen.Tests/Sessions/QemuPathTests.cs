using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

public class QemuPathTests
{
    public static TheoryData<string> Names => [.. QemuPaths.All.Select(path => path.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachPathRaisesItsSequence(string name)
    {
        QemuPath path = QemuPaths.All.Single(path => path.Name == name);
        TestMachine machine = new(path.Running);
        machine.AddFull("d");

        path.Host(machine);

        Assert.Equal(path.Expected, machine.Observed);
    }

    [Fact]
    public void EveryPathOfTheTableIsCovered()
    {
        IEnumerable<int> numbers = QemuPaths.All.SelectMany(path => path.Name.Split(' ').TakeWhile(word => int.TryParse(word, out _)).Select(int.Parse));

        Assert.Equal(Enumerable.Range(1, 33), numbers.Distinct().Order());
    }
}
