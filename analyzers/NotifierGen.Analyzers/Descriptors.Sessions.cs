using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <content>The rules about the code that migrates: its sessions, and when it starts the VM.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnendedSession = new DiagnosticDescriptor(
        "NG1009",
        "A session is not ended on every path",
        "The {0} '{1}' is not ended {2}: no device would be told that the migration failed; declare it with 'using'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A session that is neither completed, failed nor disposed of leaves the devices set up and the VM stopped.",
        Pages + "NG1009.md");
}
