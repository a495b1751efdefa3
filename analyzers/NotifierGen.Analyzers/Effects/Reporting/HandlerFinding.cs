using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>One thing to be said of a handler, at one place of it.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">Where, in the handler.</param>
/// <param name="Witness">How it comes about.</param>
/// <param name="Resume">What resumed the VM before, if anything did.</param>
/// <param name="How">How the code is left behind that runs later.</param>
internal sealed record HandlerFinding(Findings Kind, CodePlace Place, Witness? Witness, ResumePoint? Resume, string? How);
