using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>A member that bodies written after it can use.</summary>
/// <param name="Name">Its name, unique in the program.</param>
/// <param name="Construct">What using it shows.</param>
/// <param name="Cost">About how many shim calls one use of it makes.</param>
/// <param name="Use">Writes a use: a statement or an int expression; null if it cannot be used there.</param>
internal sealed record Callable(string Name, Construct Construct, double Cost, Func<BodyWriter, Flow, Node?> Use)
{
    /// <summary>How often it must be written down with fuel: it may call its user.</summary>
    public bool NeedsFuel { get; init; }
}
