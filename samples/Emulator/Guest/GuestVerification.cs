using Emulator.Cpu;
using Emulator.Machine;
using Emulator.Memory;

namespace Emulator.Guest;

/// <summary>
/// Looks at a stopped machine from outside: whether every page, every counter and every register is what this guest would have left there. It does not
/// ask the guest, which may have lost the very memory with which it would notice.
/// </summary>
internal static class GuestVerification
{
    private const int GlobalPointerRegister = 3;
    private const int ThreadPointerRegister = 4;
    private const int RoundRegister = 18;

    /// <summary>Registers that hold a known value for ever: s3 to s11 and t3 to t6.</summary>
    private const int FirstKnownRegister = 19;
    private const int LastKnownRegister = 31;

    /// <summary>Verifies; the machine must be stopped.</summary>
    /// <exception cref="InvalidOperationException">It is running.</exception>
    [AssertsVmStopped]
    public static VerificationReport Verify(VirtualMachine machine)
    {
        if (machine.IsRunning)
        {
            throw new InvalidOperationException("The guest can only be verified while the machine is stopped.");
        }

        List<string> problems = [.. machine.VcpuFaults.Select(fault => $"a vCPU ended with {fault.GetType().Name}: {fault.Message}")];
        var control = new GuestControl(machine.Memory);
        if (!control.IsValid)
        {
            problems.Add("the guest's control block is not there (it has not come up, or its memory was lost)");
            return new VerificationReport(0, 0, 0, problems);
        }

        if (control.Failed || machine.PowerSwitch.GuestFailed)
        {
            problems.Add("the guest itself has given up");
        }

        if (control.Harts != (ulong)machine.Shape.Vcpus)
        {
            problems.Add($"the guest counts {control.Harts} harts, the machine has {machine.Shape.Vcpus}");
            return new VerificationReport(0, 0, 0, problems);
        }

        VerifyCounters(control, problems);
        int pages = 0;
        int registers = 0;
        ulong rounds = 0;
        foreach (Hart hart in machine.Harts)
        {
            registers += VerifyRegisters(hart, control, problems);
            pages += VerifyPages(hart.Id, control, problems);
            rounds = Math.Max(rounds, control.Round(hart.Id));
        }

        return new VerificationReport(pages, registers, rounds, problems);
    }

    private static void VerifyCounters(GuestControl control, List<string> problems)
    {
        ulong swapped = 0;
        ulong reserved = 0;
        for (int hart = 0; hart < (int)control.Harts; hart++)
        {
            swapped += control.SwappedBy(hart);
            reserved += control.ReservedBy(hart);
        }

        // A hart adds to the common counter first and to its own afterwards: at most one step each is in between.
        if (control.Swapped - swapped > control.Harts)
        {
            problems.Add($"the harts have added {swapped} with AMOs, their counter says {control.Swapped}");
        }

        if (control.Reserved - reserved > control.Harts)
        {
            problems.Add($"the harts have added {reserved} with LR and SC, their counter says {control.Reserved}");
        }
    }

    private static int VerifyRegisters(Hart hart, GuestControl control, List<string> problems)
    {
        int verified = 0;
        Expect("pc in the guest's text", hart.Pc >= control.TextStart && hart.Pc < control.TextEnd, hart.Pc);
        Expect("gp", hart[GlobalPointerRegister] == control.GlobalPointer, hart[GlobalPointerRegister]);
        Expect("tp", hart[ThreadPointerRegister] == (ulong)hart.Id, hart[ThreadPointerRegister]);
        Expect("s2 (the round)", hart[RoundRegister] - control.Round(hart.Id) <= 1, hart[RoundRegister]);
        for (int register = FirstKnownRegister; register <= LastKnownRegister; register++)
        {
            Expect($"x{register}", hart[register] == Known(hart.Id, register), hart[register]);
        }

        return verified;

        void Expect(string what, bool holds, ulong value)
        {
            verified++;
            if (!holds)
            {
                problems.Add($"vCPU {hart.Id}: {what} is lost, found 0x{value:x}");
            }
        }
    }

    private static int VerifyPages(int hart, GuestControl control, List<string> problems)
    {
        Span<ulong> words = stackalloc ulong[GuestMemory.PageSize / sizeof(ulong)];
        int verified = 0;
        for (int page = 0; page < (int)control.Pages; page++)
        {
            if (control.InFlight(hart) == page)
            {
                continue;
            }

            control.ReadPage(hart, page, words);
            verified++;
            if (!Holds(words, control.Generation(hart, page), (ulong)hart, (ulong)page))
            {
                problems.Add($"page {page} of hart {hart} is not what generation {control.Generation(hart, page)} of it is");
            }
        }

        return verified;
    }

    private static bool Holds(ReadOnlySpan<ulong> words, ulong generation, ulong hart, ulong page)
    {
        ulong word = (generation * 0x2545_f491_4f6c_dd1d) + (hart * 0x9e37_79b9_7f4a_7c15) + (page * 0xbf58_476d_1ce4_e5b9);
        ulong sum = generation + hart + page;
        bool holds = words[0] == generation && words[1] == hart && words[2] == page;
        foreach (ulong found in words[3..^1])
        {
            word = (word * 0x5851_f42d_4c95_7f2d) + 0x1405_7b7e_f767_814f;
            sum += word;
            holds &= found == word;
        }

        return holds && words[^1] == sum;
    }

    private static ulong Known(int hart, int register) => ((ulong)register * 0x9e37_79b9_7f4a_7c15) + ((ulong)hart * 0xd1b5_4a32_d192_ed03);
}
