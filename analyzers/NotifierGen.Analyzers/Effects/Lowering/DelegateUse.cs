namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What a method without source does with a delegate that it is given.</summary>
internal enum DelegateUse : byte
{
    /// <summary>It may call it, keep it, or both.</summary>
    Unknown,

    /// <summary>It calls it, any number of times, before it returns.</summary>
    InPlace,

    /// <summary>It leaves it to something that runs later.</summary>
    Later,

    /// <summary>What it returns calls it when it is enumerated or asked.</summary>
    Lazy,

    /// <summary>What it returns is a task that runs it; it is through when the task is awaited.</summary>
    Started,
}
