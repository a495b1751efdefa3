using System.Globalization;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Models;

/// <summary>Random machines of several projects: what is generated for them calls exactly the handlers of the reference, in its order.</summary>
public class ModelTests
{
    [Fact]
    public void RandomMachinesCallTheirHandlersInTheOrderOfTheReference()
    {
        var failures = new List<string>();
        for (int i = 0; i < FuzzOptions.Models; i++)
        {
            ulong seed = FuzzOptions.Seed + (ulong)i;
            Machine machine = MachineBuilder.Build(seed);
            if (MachineRun.FindMistake(machine) is { } mistake)
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, {mistake.Kind}{(failures.Count < FuzzOptions.Findings ? MadeSmall(machine, mistake) : "")}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string MadeSmall(Machine machine, Mistake mistake)
    {
        MachineShrinker.Shrink(machine, mistake.Kind);
        return $", made small:\n{MachineRun.FindMistake(machine)?.Text}\n\n{MachineWriter.ToText(machine)}";
    }
}
