namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>The vCPU of generated programs: vCPU state in every shape that the facts know.</summary>
public sealed class Cpu
{
    /// <summary>Touches that the shim is not called for show by a changed value at the next call.</summary>
    [VcpuState]
#pragma warning disable CA1051 // A field is one of those shapes.
    public int Raw;
#pragma warning restore CA1051

    private readonly Registers _registers = new();
    private readonly int[] _bank = new int[1];
    private int _cell;
    private int _mark;

    [VcpuState]
    public int Pc
    {
        get => Execution.Current.Touch(1);
        set => Execution.Current.Touch(value);
    }

    /// <summary>Taking the reference is no touch, using it is.</summary>
    [VcpuState]
    public ref int Cell
    {
        get
        {
            Execution.Current.Reach();
            return ref _cell;
        }
    }

    public Registers Registers
    {
        get
        {
            Execution.Current.Reach();
            return _registers;
        }
    }

    /// <summary>An array that is the state: reading the property is a touch, and so is using the array later.</summary>
    [VcpuState]
#pragma warning disable CA1819 // Such a property is what is looked for.
    public int[] Bank
#pragma warning restore CA1819
    {
        get
        {
            Execution.Current.Touch(0);
            return _bank;
        }
    }

    [VcpuState]
    public int this[int index]
    {
        get => Execution.Current.Touch(index);
        set => Execution.Current.Touch(value);
    }

    [VcpuState]
    public int Touch(int value) => Execution.Current.Touch(value);

    /// <summary>Whether something was written past the shim since this was asked last.</summary>
    internal bool WasWritten()
    {
        bool isWritten = Raw != _mark || _cell != _mark || _bank[0] != _mark;
        _mark = unchecked(_mark - 1_000_003);
        Mark();
        return isWritten;
    }

    internal void Forget()
    {
        _mark = -1_000_003;
        Mark();
    }

    private void Mark() => Raw = _cell = _bank[0] = _mark;
}
