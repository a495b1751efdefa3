using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Composition;

/// <summary>Extern aliases that are not plain words.</summary>
public class ExternAliasTests
{
    private static TestProject Devices(string alias) => new(
        "Devices",
        """
        namespace Devices
        {
            public partial class Nic
            {
                public static string Notes = "";

                [OnMigrationEvent(Failed)]
                private void OnFailed() => Notes += "nic ";
            }
        }
        """)
    {
        Alias = alias,
    };

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("Üb_1", "Üb_1")]
    [InlineData("global,third", "third")]
    [InlineData("second,third", "third")]
    public void AnAliasMayBeAKeywordOrForeignOrOneOfSeveral(string alias, string name)
    {
        string log = GeneratorTest.RunChecked(new TestProject(
            "Emulator",
            $$"""
            [DispatchTable] public sealed partial class Board : MigrationDispatcher { }

            public partial class Clock
            {
                [OnMigrationEvent(Failed, Before = new[] { typeof({{name}}::Devices.Nic) })]
                private void OnFailed() => {{name}}::Devices.Nic.Notes += "clock ";
            }

            public static class Scenario
            {
                public static string Run()
                {
                    var board = new Board();
                    board.Register(new {{name}}::Devices.Nic());
                    board.Register(new Clock());
                    board.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart, Mode = MigrationMode.Normal });
                    return {{name}}::Devices.Nic.Notes.TrimEnd();
                }
            }
            """)
        {
            ExternAliases = $"extern alias {name};",
            References = [Devices(alias)],
        });

        Assert.Equal("clock nic", log);
    }
}
