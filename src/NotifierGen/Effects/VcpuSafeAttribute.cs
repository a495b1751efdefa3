namespace NotifierGen;

/// <summary>A member of a <see cref="VcpuStateAttribute"/> type that is not vCPU state: any thread may use it while vCPUs run.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Event | AttributeTargets.Constructor)]
public sealed class VcpuSafeAttribute : Attribute;
