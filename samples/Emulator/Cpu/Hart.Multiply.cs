namespace Emulator.Cpu;

/// <content>The M extension. Division by zero and overflow do not trap; they have the results the specification gives them.</content>
internal sealed partial class Hart
{
    private const uint MultiplyFunct7 = 1;

    private void ExecuteMultiply(Instruction i)
    {
        ulong a = _x[i.Rs1];
        ulong b = _x[i.Rs2];
        this[i.Rd] = i.Funct3 switch
        {
            0 => a * b,
            1 => (ulong)Math.BigMul((long)a, (long)b, out _),
            2 => MultiplyHighSignedUnsigned((long)a, b),
            3 => Math.BigMul(a, b, out _),
            4 => (ulong)Divide((long)a, (long)b),
            5 => b == 0 ? ulong.MaxValue : a / b,
            6 => (ulong)Remainder((long)a, (long)b),
            _ => b == 0 ? a : a % b,
        };
    }

    private void ExecuteMultiplyWord(Instruction i)
    {
        int a = (int)_x[i.Rs1];
        int b = (int)_x[i.Rs2];
        int result;
        switch (i.Funct3)
        {
            case 0:
                result = a * b;
                break;
            case 4:
                result = (int)Divide(a, b);
                break;
            case 5:
                result = b == 0 ? -1 : (int)((uint)a / (uint)b);
                break;
            case 6:
                result = (int)Remainder(a, b);
                break;
            case 7:
                result = b == 0 ? a : (int)((uint)a % (uint)b);
                break;
            default:
                RaiseIllegal(i);
                return;
        }

        this[i.Rd] = (ulong)result;
    }

    private static ulong MultiplyHighSignedUnsigned(long a, ulong b)
    {
        ulong high = Math.BigMul((ulong)a, b, out _);
        return a < 0 ? high - b : high;
    }

    private static long Divide(long a, long b) => b switch
    {
        0 => -1,
        -1 => unchecked(-a), // the one overflow, long.MinValue / -1, is long.MinValue
        _ => a / b,
    };

    private static long Remainder(long a, long b) => b switch
    {
        0 => a,
        -1 => 0,
        _ => a % b,
    };
}
