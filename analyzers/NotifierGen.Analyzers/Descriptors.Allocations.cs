using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <content>The rules about what handlers cost.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor AllocatingHandler = new DiagnosticDescriptor(
        "NG2001",
        "A handler allocates",
        "{0} handler '{1}' allocates: {2}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        "A collection of garbage between a failed migration and running vCPUs is downtime of the guest.",
        Pages + "NG2001.md");
}
