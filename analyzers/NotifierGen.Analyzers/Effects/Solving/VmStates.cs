namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>A set of states that the VM may be in at a point of the program; the join of two is their union.</summary>
[Flags]
internal enum VmStates : byte
{
    None = 0,

    /// <summary>No vCPU runs.</summary>
    Stopped = 1,

    /// <summary>As the failed migration left them: a handler of Phase.BeforeVmStart does not know.</summary>
    Unknown = 2,

    /// <summary>They may run, and did so already when the handler was called.</summary>
    MayRun = 4,

    /// <summary>They may run, because something in the handler resumed them.</summary>
    Resumed = 8,

    /// <summary>The code runs later than the handler, when they may run.</summary>
    Later = 16,

    All = Stopped | Unknown | MayRun | Resumed | Later,
}
