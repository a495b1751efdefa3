namespace NotifierGen;

/// <summary>
/// After a call of this method no vCPU runs; on a method that returns <see cref="IDisposable"/>, until that is disposed. Read by the analyzer;
/// inherited by overrides and implementations.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class PausesVmAttribute : Attribute;
