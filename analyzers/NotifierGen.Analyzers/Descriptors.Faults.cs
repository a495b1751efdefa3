using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <content>The rules about exceptions of handlers.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ThrowingHandler = new DiagnosticDescriptor(
        "NG1008",
        "A handler that cannot refuse throws",
        "{0} handler '{1}' throws {2}, which is only recorded as a fault; only Setup and IncomingSetup may refuse",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An exception of a Done, Failed or Reclaimed handler stops nothing: it leaves the device half done.",
        Pages + "NG1008.md");
}
