using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>One kind of member to write.</summary>
/// <param name="Construct">What using it shows.</param>
/// <param name="Write">Writes it into a program, and makes it known to what is written later.</param>
internal sealed record MemberProduction(Construct Construct, Action<ProgramWriter> Write);
