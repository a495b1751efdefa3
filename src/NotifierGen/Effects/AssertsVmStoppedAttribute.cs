namespace NotifierGen;

/// <summary>This method returns only if every vCPU is stopped; otherwise it throws. Read by the analyzer; inherited by overrides and implementations.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AssertsVmStoppedAttribute : Attribute;
