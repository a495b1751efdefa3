namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>A call: of a method, or of whatever implements a member.</summary>
/// <param name="Method">The method called directly.</param>
/// <param name="Member">The member called virtually.</param>
/// <param name="InPauseScope">Whether the VM is paused around the call.</param>
internal sealed record CallPlan(MethodPlan? Method, ContractMember? Member, bool InPauseScope)
{
    /// <summary>Where the call may lead.</summary>
    public IReadOnlyList<MethodPlan> Targets => Member is { } member ? member.Implementations : [Method!];
}
