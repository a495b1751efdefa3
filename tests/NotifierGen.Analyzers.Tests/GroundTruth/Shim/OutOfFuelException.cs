namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>The execution took too many steps, or waits for something that never comes: it ends here, and what it did after this does not count.</summary>
public sealed class OutOfFuelException : Exception
{
    public OutOfFuelException()
    {
    }

    public OutOfFuelException(string message)
        : base(message)
    {
    }

    public OutOfFuelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
