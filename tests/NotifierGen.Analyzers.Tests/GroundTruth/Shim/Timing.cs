namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>When code of a program runs.</summary>
internal enum Timing : byte
{
    /// <summary>As part of the handler's call.</summary>
    InPlace,

    /// <summary>On another thread, or as a continuation, while the handler runs. It is a matter of taste whether that is called "later".</summary>
    Beside,

    /// <summary>After the handler has returned and the VM was started.</summary>
    Later,
}
