using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <content>The rules about what Setup does and who undoes it.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor SetupWithoutFailed = new DiagnosticDescriptor(
        "NG1006",
        "A Setup handler is never undone",
        "Setup handler '{0}' changes '{1}', and no Failed handler undoes that in {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What Setup changes stays changed when the migration fails, unless a Failed handler of the class undoes it.",
        Pages + "NG1006.md");
}
