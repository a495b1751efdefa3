using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>One way to write a statement or an expression.</summary>
/// <param name="Construct">What it shows.</param>
/// <param name="Weight">How often it is chosen, against the others.</param>
/// <param name="Make">Writes it; null if it cannot stand there.</param>
internal sealed record Production(Construct Construct, int Weight, Func<BodyWriter, Flow, Node?> Make);
