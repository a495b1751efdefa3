namespace NotifierGen;

/// <summary>
/// Using this touches vCPU state: registers and anything else that a running vCPU reads or writes without a lock. On a type, every member that is
/// not <see cref="VcpuSafeAttribute"/>. Read by the analyzer (NG1001 to NG1003); inherited by overrides and implementations.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Event | AttributeTargets.Parameter)]
public sealed class VcpuStateAttribute : Attribute;
