namespace NotifierGen.Generator.Tests.Models;

/// <summary>What is wrong with a machine.</summary>
/// <param name="Kind">A compiler's rule, or what differs from the reference: what must stay the same when the machine is made small.</param>
/// <param name="Text">All there is to say, for a person to read.</param>
internal sealed record Mistake(string Kind, string Text);
