using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Contracts;

/// <summary>
/// Tells where a rule that is off by default may have been turned on, so that nothing is computed where it has not: by the project, by a global
/// configuration or by an .editorconfig. Where these contradict each other, the compiler decides what is shown.
/// </summary>
internal sealed class OptionalRule
{
    private readonly string _id;
    private readonly SyntaxTreeOptionsProvider? _files;
    private readonly bool _isOnEverywhere;

    private OptionalRule(string id, SyntaxTreeOptionsProvider? files, bool isOnEverywhere)
    {
        _id = id;
        _files = files;
        _isOnEverywhere = isOnEverywhere;
    }

    public static OptionalRule Of(DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellationToken)
    {
        CompilationOptions options = compilation.Options;
        bool isOn = (options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out ReportDiagnostic severity) && IsOn(severity))
            || (options.SyntaxTreeOptionsProvider is { } files && files.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out severity) && IsOn(severity));
        return new OptionalRule(rule.Id, options.SyntaxTreeOptionsProvider, isOn);
    }

    public bool IsOnIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        _isOnEverywhere || (_files is not null && _files.TryGetDiagnosticValue(tree, _id, cancellationToken, out ReportDiagnostic severity) && IsOn(severity));

    private static bool IsOn(ReportDiagnostic severity) => severity is not (ReportDiagnostic.Suppress or ReportDiagnostic.Default);
}
