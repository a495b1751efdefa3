namespace NotifierGen.Benchmarks.FirstTime;

/// <summary>What one process measured, in nanoseconds.</summary>
/// <param name="Prepare">Preparing, or beginning a session; 0 where nothing was prepared.</param>
/// <param name="First">The first Failed.</param>
/// <param name="Later">The median of later ones.</param>
/// <param name="LaterCold">The same, each after work that the processor's caches are full of.</param>
internal readonly record struct FirstTimes(double Prepare, double First, double Later, double LaterCold);
