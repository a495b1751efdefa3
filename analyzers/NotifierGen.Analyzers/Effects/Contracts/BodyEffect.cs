using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Reporting;

namespace NotifierGen.Analyzers.Effects.Contracts;

/// <summary>One thing that a member's code does to the VM.</summary>
/// <param name="Effect">The fact that would say so.</param>
/// <param name="Text">As a message says it.</param>
/// <param name="Place">Where it happens, if that is in this compilation.</param>
internal sealed record BodyEffect(MemberEffects Effect, string Text, CodePlace? Place);
