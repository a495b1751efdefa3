using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <content>The rules about the code that migrates: its sessions, and when it starts the VM.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor StartOutOfOrder = new DiagnosticDescriptor(
        "NG1005",
        "The VM is started before Failed is raised",
        "'{0}' starts the VM before Failed has been raised{1}; let session.Fail raise Failed and start the VM in this order",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Failed handlers of Phase.BeforeVmStart must run before the VM runs again.",
        Pages + "NG1005.md");

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
