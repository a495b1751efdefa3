using System.Globalization;
using NotifierGen.Tool.Tests.Harness;

namespace NotifierGen.Tool.Tests.Tables;

/// <summary>Whatever happens to an assembly on its way: a table, or one line that says what is wrong.</summary>
public sealed class DamagedAssemblyTests
{
    private static readonly ExitCode[] s_possible = [ExitCode.Success, ExitCode.NoHandlers, ExitCode.Damaged, ExitCode.OtherSchema, ExitCode.DoNotFit, ExitCode.Misused];

    [Fact]
    public void ATruncatedAssembly()
    {
        byte[] whole = File.ReadAllBytes(SampleFiles.Of("Devices.Vfio"));
        for (int part = 0; part < 60; part++)
        {
            Check(whole[..(whole.Length * part / 60)], string.Create(CultureInfo.InvariantCulture, $"cut after {part} of 60 parts"));
        }
    }

    [Theory]
    [InlineData("Devices.Vfio", 1)]
    [InlineData("Devices.Cpr", 2)]
    [InlineData("Emulator", 3)]
    public void BitsThatFlipped(string assembly, int seed)
    {
        Random random = new(seed);
        byte[] whole = File.ReadAllBytes(SampleFiles.Of(assembly));
        (int start, int length) = Metadata(whole);
        for (int i = 0; i < 300; i++)
        {
            byte[] damaged = [.. whole];
            for (int bit = random.Next(1, 6); bit > 0; bit--)
            {
                // Mostly in the metadata: elsewhere a bit more or less changes nothing.
                int at = random.Next(4) == 0 ? random.Next(damaged.Length) : start + random.Next(length);
                damaged[at] ^= (byte)(1 << random.Next(8));
            }

            Check(damaged, string.Create(CultureInfo.InvariantCulture, $"{assembly}, seed {seed}, mutant {i}"));
        }
    }

    private static (int Start, int Length) Metadata(byte[] image)
    {
        using System.Reflection.PortableExecutable.PEReader reader = new(new MemoryStream(image));
        return (reader.PEHeaders.MetadataStartOffset, reader.PEHeaders.MetadataSize);
    }

    private static void Check(byte[] image, string which)
    {
        using TestFolder folder = new();
        string file = folder.Write("Damaged.dll", image);
        foreach (string[] arguments in (string[][])[["table", file, "-f", "html"], ["graph", file, "-f", "svg"]])
        {
            ToolRun run = ToolRun.Of(arguments);
            Assert.True(s_possible.Contains((ExitCode)run.Code), $"{which}: exit code {run.Code}, {run.Errors}");
            if (run.Code != 0)
            {
                run.OneLine();
            }
        }
    }
}
