using System.Buffers;
using Devices;
using Emulator.Cpu;

namespace Emulator.Migration.Wire;

/// <summary>How a vCPU's state lies in its section.</summary>
internal static class VcpuRecord
{
    public static void Write(IBufferWriter<byte> output, int vcpu, HartState state)
    {
        output.WriteInt32(vcpu);
        output.WriteUInt64(state.Pc);
        foreach (ulong register in state.Registers)
        {
            output.WriteUInt64(register);
        }

        ReadOnlySpan<ulong> control =
            [state.Mstatus, state.Mie, state.Mtvec, state.Mscratch, state.Mepc, state.Mcause, state.Mtval, state.Cycles, state.Retired];
        foreach (ulong register in control)
        {
            output.WriteUInt64(register);
        }
    }

    /// <summary>Reads what follows the vCPU's number.</summary>
    public static HartState Read(ref SectionContent content)
    {
        ulong pc = content.ReadUInt64();
        var registers = new ulong[RegisterFile.Count];
        foreach (ref ulong register in registers.AsSpan())
        {
            register = content.ReadUInt64();
        }

        return new HartState
        {
            Pc = pc,
            Registers = registers,
            Mstatus = content.ReadUInt64(),
            Mie = content.ReadUInt64(),
            Mtvec = content.ReadUInt64(),
            Mscratch = content.ReadUInt64(),
            Mepc = content.ReadUInt64(),
            Mcause = content.ReadUInt64(),
            Mtval = content.ReadUInt64(),
            Cycles = content.ReadUInt64(),
            Retired = content.ReadUInt64(),
        };
    }
}
