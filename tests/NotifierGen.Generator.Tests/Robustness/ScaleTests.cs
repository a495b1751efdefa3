using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using NotifierGen.Generator.Emission;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness;

public class ScaleTests
{
    /// <summary>Above this size of IL the JIT no longer optimises a method.</summary>
    private const int LargestOptimisedMethod = 60_000;

    private static readonly TestProject s_project = new(
        "Board",
        Scenarios.Board,
        Devices(1_000),
        """
        public static class Scenario
        {
            public static int Next;

            public static void Called(int number)
            {
                if (Next++ != number)
                {
                    Log.Add(number + " out of turn");
                }

                if (number % 100 == 50)
                {
                    throw new System.InvalidOperationException();
                }
            }

            public static string Run()
            {
                var board = new Board();
                var context = new MigrationContext { Event = Done, Mode = MigrationMode.Normal };
                int faults = board.Notify(in context).Faults.Count;
                return Board.Table.Length + " rows " + Next + " calls " + faults + " faults " + Log.Text;
            }
        }
        """);

    private static readonly Lazy<GeneratedProject> s_generated = new(() => GeneratorTest.Check(s_project));

    [Fact]
    public void AThousandRowsAreCalledInOrderAndFaultsResumeInTheRightPart() =>
        Assert.Equal("1000 rows 1000 calls 10 faults ", CompiledProject.Run(s_generated.Value));

    [Fact]
    public void AThousandRowsMakeNoGiantMethod()
    {
        using var image = new PEReader(new MemoryStream(s_generated.Value.Emit()));
        MetadataReader metadata = image.GetMetadataReader();

        Assert.All(metadata.MethodDefinitions, handle =>
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
            {
                int size = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!.Length;
                Assert.True(size < LargestOptimisedMethod / 4, metadata.GetString(method.Name) + " has " + size.ToString(CultureInfo.InvariantCulture));
            }
        });
    }

    [Theory]
    [InlineData(WalkEmitter.RowsInPlace)]
    [InlineData(WalkEmitter.RowsInPlace + 1)]
    [InlineData(ArrayEmitter.ElementsInPlace)]
    [InlineData(ArrayEmitter.ElementsInPlace + 1)]
    public void TheLimitsOfOneMethodAreRight(int count)
    {
        GeneratedProject project = GeneratorTest.Check(new TestProject("Board", Scenarios.Board, Devices(count), s_project.Sources[2]));

        string expected = string.Create(CultureInfo.InvariantCulture, $"{count} rows {count} calls {(count + 49) / 100} faults ");
        Assert.Equal(expected, CompiledProject.Run(project));
    }

    private static string Devices(int count)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"public static class Device{i:0000} {{ [OnMigrationEvent(Done)] public static void OnDone() => Scenario.Called({i}); }}\n");
        }

        return text.ToString();
    }
}
