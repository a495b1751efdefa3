namespace NotifierGen.Benchmarks.Dispatch.Devices;

/// <summary>A device of one of the boards.</summary>
public interface IBoardDevice
{
    /// <summary>How often Failed or Done was handled.</summary>
    int Calls { get; }
}
