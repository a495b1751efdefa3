namespace NotifierGen.Generator.Model;

/// <summary>What it takes to add a part to a partial type.</summary>
/// <param name="Namespace">Its namespace with keywords escaped; empty for the global one.</param>
/// <param name="Declarations">For each containing type and, last, the type itself what stands before the brace, e.g. <c>partial class Nic&lt;T&gt;</c>.</param>
internal sealed record PartialType(string Namespace, EquatableArray<string> Declarations);
