using System.Runtime.CompilerServices;

namespace Emulator.Cpu;

/// <summary>The 32 integer registers, inside the hart itself, so that reading one costs no indirection and no bounds check.</summary>
[InlineArray(Count)]
internal struct RegisterFile
{
    public const int Count = 32;

    private ulong _first;
}
