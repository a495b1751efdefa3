namespace NotifierGen;

/// <summary>After a call of this method vCPUs may run. Read by the analyzer; inherited by overrides and implementations.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class ResumesVmAttribute : Attribute;
