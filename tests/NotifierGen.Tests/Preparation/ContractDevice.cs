namespace NotifierGen.Tests.Preparation;

/// <summary>Implements it without saying so in public.</summary>
internal sealed class ContractDevice : IContract
{
    void IContract.OnContractFailed() => PlainDevice.Calls++;
}
