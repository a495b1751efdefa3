using System.Globalization;
using System.Text;
using NotifierGen.Pages.Records;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Timelines;

/// <summary>Whatever a file holds: a page, or one line that says what is wrong and where.</summary>
public sealed class DamagedRecordTests
{
    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("Dear diary", "line 1, byte 0: this is no JSON")]
    [InlineData("{\n\"schema\": }", "this is no JSON")]
    [InlineData("[1, 2]", "event 1 must be an object")]
    [InlineData("{}", "event 1.TimeStamp must be a time as ISO 8601 writes it")]
    [InlineData("[]", "it has no events of a migration")]
    [InlineData("""{"schema":"something.else"}""", "its schema is not 'notifiergen.migration'")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"handlers":{}}""", "$.handlers must be an array")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"handlers":[{},7]}""", "$.handlers[0].event must be one of Setup,")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"rounds":[{"at":-1}]}""", "$.rounds[0].at must be a number of microseconds")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"rounds":[{"at":1e300}]}""", "$.rounds[0].at must be a number of microseconds")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"title":"\ud800"}""", "$.title must be a text of whole characters")]
    [InlineData("""{"schema":"notifiergen.migration","version":1,"failed":"yes"}""", "$.failed must be true or false")]
    [InlineData("""{"resourceSpans":[]}""", "no span of it is a migration of the source 'NotifierGen'")]
    public void AFileThatIsNoRecord(string text, string what)
    {
        using TestFolder folder = new();

        Assert.Contains(what, ToolRun.Of("timeline", folder.Write("record.json", text)).Failed(ExitCode.Damaged), StringComparison.Ordinal);
    }

    [Fact]
    public void ARecordOfAnotherVersion()
    {
        using TestFolder folder = new();

        Assert.Contains("of version 2, and this tool reads version 1; update the tool", ToolRun.Of("timeline", folder.Write("record.json", """{"schema":"notifiergen.migration","version":2}""")).Failed(ExitCode.OtherSchema), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThere() => ToolRun.Of("timeline", "nowhere.json").Failed(ExitCode.NoFile);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void MutatedRecords(int seed)
    {
        Random random = new(seed);
        byte[] whole = Encoding.UTF8.GetBytes(seed switch { 1 => RecordJson.Write(Records.Failed), 2 => Records.Otlp, _ => Records.Events });
        using TestFolder folder = new();
        for (int i = 0; i < 400; i++)
        {
            byte[] mutant = Mutate(random, whole);
            ToolRun run = ToolRun.Of("timeline", folder.Write("record.json", mutant));
            string which = string.Create(CultureInfo.InvariantCulture, $"seed {seed}, mutant {i}: {run.Errors}");
            Assert.True(run.Code is (int)ExitCode.Success or (int)ExitCode.Damaged or (int)ExitCode.OtherSchema, which);
            if (run.Code != 0)
            {
                run.OneLine();
            }
        }
    }

    private static byte[] Mutate(Random random, byte[] whole)
    {
        string[] words = ["null", "[]", "{}", "-1", "1e999", "\"\\ud800\"", "true", "99999999999999999999", "\"Setup\"", "NaN"];
        int at = random.Next(whole.Length);
        switch (random.Next(3))
        {
            case 0:
                byte[] flipped = [.. whole];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return whole[..at];
            default:
                // A value is replaced: from a colon to the next comma.
                int colon = Array.IndexOf(whole, (byte)':', at);
                int comma = colon < 0 ? -1 : Array.FindIndex(whole, colon, each => each is (byte)',' or (byte)'}' or (byte)'\n');
                return comma < 0 ? whole[at..] : [.. whole[..(colon + 1)], .. Encoding.UTF8.GetBytes(words[random.Next(words.Length)]), .. whole[comma..]];
        }
    }
}
