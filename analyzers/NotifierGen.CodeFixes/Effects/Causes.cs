using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Reporting;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>Why the analysis holds that the vCPUs may run, as its diagnostics say.</summary>
internal static class Causes
{
    /// <summary>The handler's phase: they may run from its first statement on.</summary>
    public static bool IsPhase(Diagnostic diagnostic) => Is(diagnostic, HandlerReport.PhaseCause);

    /// <summary>A call before resumed the VM.</summary>
    public static bool IsResume(Diagnostic diagnostic) => Is(diagnostic, HandlerReport.ResumeCause);

    /// <summary>Where the handler itself resumes the VM, or calls what does; null if that is elsewhere, or not one place.</summary>
    public static TextSpan? ResumeOf(Diagnostic diagnostic, TouchingHandler handler) =>
        IsResume(diagnostic) && diagnostic.AdditionalLocations is [.., var resume]
        && resume.SourceTree == handler.Method.SyntaxTree && handler.Method.Span.Contains(resume.SourceSpan)
            ? resume.SourceSpan
            : null;

    private static bool Is(Diagnostic diagnostic, string cause) =>
        diagnostic.Properties.TryGetValue(HandlerReport.CauseKey, out string? value) && value == cause;
}
