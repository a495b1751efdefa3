namespace NotifierGen;

/// <summary>A bool member whose value tells that every vCPU is stopped. Read by the analyzer; inherited by overrides and implementations.</summary>
/// <param name="value">The value that means "stopped".</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class VmStoppedWhenAttribute(bool value) : Attribute
{
    /// <summary>The value that means "stopped".</summary>
    public bool Value { get; } = value;
}
