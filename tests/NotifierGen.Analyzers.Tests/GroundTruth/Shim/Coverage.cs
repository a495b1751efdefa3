namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>Which steps were seen in which condition of the VM, over many executions. Collisions only make the search a little blind.</summary>
internal sealed class Coverage
{
    private const int Size = 1 << 15;

    private readonly ulong[] _seen = new ulong[Size / 64];

    /// <summary>Whether anything was added since this was reset last.</summary>
    public bool HasGrown { get; set; }

    public void Add(int previous, int site, VmCondition condition, Timing timing)
    {
        uint key = unchecked(((uint)previous * 2_654_435_761u) ^ ((uint)site * 2_246_822_519u) ^ ((uint)condition * 97u) ^ ((uint)timing * 1031u));
        key = (key ^ (key >> 15)) & (Size - 1);
        ref ulong word = ref _seen[key >> 6];
        ulong bit = 1UL << (int)(key & 63);
        if ((word & bit) == 0)
        {
            word |= bit;
            HasGrown = true;
        }
    }
}
