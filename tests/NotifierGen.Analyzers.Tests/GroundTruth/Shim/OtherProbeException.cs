namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>An exception that a clause for <see cref="ProbeException"/> does not catch.</summary>
public sealed class OtherProbeException : Exception
{
    public OtherProbeException()
    {
    }

    public OtherProbeException(string message)
        : base(message)
    {
    }

    public OtherProbeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
