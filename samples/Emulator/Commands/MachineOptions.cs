using System.CommandLine;
using Emulator.Machine;

namespace Emulator.Commands;

/// <summary>The options that describe the machine, the same for every command.</summary>
internal sealed class MachineOptions
{
    private readonly Option<int> _memory = new("--memory")
    {
        Description = "RAM in MiB.",
        DefaultValueFactory = _ => MachineShape.Default.MemoryBytes >> 20,
    };

    private readonly Option<int> _vcpus = new("--vcpus")
    {
        Description = "The number of vCPUs, each a thread.",
        DefaultValueFactory = _ => MachineShape.Default.Vcpus,
    };

    public MachineOptions(Command command)
    {
        command.Options.Add(_memory);
        command.Options.Add(_vcpus);
    }

    public MachineShape Shape(ParseResult parsed)
    {
        int memory = parsed.GetValue(_memory);
        int vcpus = parsed.GetValue(_vcpus);
        if (memory is < MachineShape.FewestMebibytes or > MachineShape.MostMebibytes)
        {
            throw new CommandException($"--memory {memory}: {MachineShape.FewestMebibytes} to {MachineShape.MostMebibytes} MiB are possible");
        }

        return vcpus is >= 1 and <= MachineShape.MostVcpus
            ? new MachineShape(memory << 20, vcpus)
            : throw new CommandException($"--vcpus {vcpus}: 1 to {MachineShape.MostVcpus} are possible");
    }
}
