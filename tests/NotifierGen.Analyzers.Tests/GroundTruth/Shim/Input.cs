namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>All that decides what an execution does.</summary>
/// <param name="Entry">What the vCPUs do when the handler is called.</param>
/// <param name="Bits">The oracle's answers; all further ones are drawn by <paramref name="Rest"/>.</param>
/// <param name="Throws">Where the shim throws, in ascending order: the point's number, doubled, plus one for the other exception type.</param>
/// <param name="Rest">The seed of the answers beyond <paramref name="Bits"/>; 0: all of them are no.</param>
internal sealed record Input(VmCondition Entry, bool[] Bits, int[] Throws, ulong Rest = 0);
