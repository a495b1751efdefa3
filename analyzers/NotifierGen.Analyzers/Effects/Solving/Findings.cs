namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>What can happen on some path through a body.</summary>
[Flags]
internal enum Findings : byte
{
    None = 0,

    /// <summary>vCPU state is touched in the state in which the handler was called, and the vCPUs may run in it.</summary>
    TouchMayRun = 1,

    /// <summary>vCPU state is touched after a resume.</summary>
    TouchResumed = 2,

    /// <summary>vCPU state is touched although the VM may never have been stopped.</summary>
    TouchUnknown = 4,

    /// <summary>vCPU state is touched by code that runs later.</summary>
    TouchLater = 8,

    /// <summary>The VM is resumed, now or later.</summary>
    Resumes = 16,

    Blocks = 32,

    /// <summary>Something is met that cannot be decided.</summary>
    Undecided = 64,

    /// <summary>The VM is paused, and not only tested for that.</summary>
    Pauses = 128,

    Touches = TouchMayRun | TouchResumed | TouchUnknown | TouchLater,
}
