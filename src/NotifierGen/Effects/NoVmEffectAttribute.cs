namespace NotifierGen;

/// <summary>
/// This member neither touches vCPU state nor resumes or pauses the VM, whatever its body looks like. The analyzer trusts it where it is written
/// and holds overrides to it as a contract.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor)]
public sealed class NoVmEffectAttribute : Attribute;
