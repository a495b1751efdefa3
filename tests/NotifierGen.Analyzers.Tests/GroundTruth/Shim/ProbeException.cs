namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>What generated programs throw, and what the shim throws where the input says so.</summary>
public class ProbeException : Exception
{
    public ProbeException()
    {
    }

    public ProbeException(string message)
        : base(message)
    {
    }

    public ProbeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
