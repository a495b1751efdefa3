namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>What is known of a member without looking at its body: what attributes and effect files say.</summary>
[Flags]
internal enum MemberEffects : ushort
{
    None = 0,

    /// <summary>Using the member touches vCPU state.</summary>
    VcpuState = 1,

    /// <summary>The member is no vCPU state, though its type is.</summary>
    VcpuSafe = 2,

    /// <summary>After a call vCPUs may run.</summary>
    ResumesVm = 4,

    /// <summary>After a call no vCPU runs; if it returns an IDisposable, until that is disposed of.</summary>
    PausesVm = 8,

    /// <summary>A call returns only if no vCPU runs.</summary>
    AssertsVmStopped = 16,

    /// <summary>The body is to be trusted: none of all this. Never inherited.</summary>
    NoVmEffect = 32,

    /// <summary>The value true tells that no vCPU runs.</summary>
    StoppedWhenTrue = 64,

    /// <summary>The value false tells that no vCPU runs.</summary>
    StoppedWhenFalse = 128,

    /// <summary>The delegates given to the method are called, if at all, before it returns.</summary>
    InvokedInPlace = 256,
}
