namespace Misuse.Rules.Unsaid;

public sealed class Board(Machine machine, Cpu cpu)
{
    // A device in another assembly calls this, and its analysis takes it for harmless.
    public void PowerOn() => machine.Start(); // NG1011

    public void Rewind() => cpu.Pc = 0; // NG1011
}
