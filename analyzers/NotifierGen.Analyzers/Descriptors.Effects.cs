using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <summary>The rules about what handlers and hosts do to the VM.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor EffectFileLine = new DiagnosticDescriptor(
        "NG0101",
        "A line of VmEffects.txt says nothing",
        "This line is not used: {0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line of VmEffects*.txt is a verb and a documentation comment ID that names a member of this compilation or of its references.",
        Pages + "NG0101.md");

    public static readonly DiagnosticDescriptor TouchAfterResume = new DiagnosticDescriptor(
        "NG1001",
        "A handler touches vCPU state after resume",
        "{0} handler '{1}' {2} vCPU state '{3}' {4}{5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "In Phase.AfterVmStart, and after a call that resumes the VM, the vCPUs may run and race with the handler.",
        Pages + "NG1001.md");

    public static readonly DiagnosticDescriptor TouchWhileMaybeRunning = new DiagnosticDescriptor(
        "NG1002",
        "A handler touches vCPU state though the VM may never have been stopped",
        "{0} handler '{1}' {2} vCPU state '{3}', and the migration may have failed before the VM was stopped; set RequiresStoppedVm or test context.VcpusStopped{4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A migration can fail while the guest still runs; Phase.BeforeVmStart handlers then run beside the vCPUs.",
        Pages + "NG1002.md");

    public static readonly DiagnosticDescriptor DeferredTouch = new DiagnosticDescriptor(
        "NG1003",
        "vCPU state reaches code that runs later",
        "{0} handler '{1}' leaves code behind ({2}) that {3} vCPU state '{4}' when the vCPUs may run{5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A lambda, task, timer, event, iterator or async continuation runs after the handler has returned, when the VM may run again.",
        Pages + "NG1003.md");

    public static readonly DiagnosticDescriptor HandlerResumesVm = new DiagnosticDescriptor(
        "NG1004",
        "A BeforeVmStart handler resumes the VM itself",
        "{0} handler '{1}' resumes the VM by '{2}' before the other devices have been told; the session starts the VM when the phase is over{3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The session starts the VM, and only after every Phase.BeforeVmStart handler has run.",
        Pages + "NG1004.md");

    public static readonly DiagnosticDescriptor StartOutOfOrder = new DiagnosticDescriptor(
        "NG1005",
        "The VM is started before Failed is raised",
        "'{0}' starts the VM before Failed has been raised{1}; let session.Fail raise Failed and start the VM in this order",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Failed handlers of Phase.BeforeVmStart must run before the VM runs again.",
        Pages + "NG1005.md");

    public static readonly DiagnosticDescriptor SetupWithoutFailed = new DiagnosticDescriptor(
        "NG1006",
        "A Setup handler is never undone",
        "Setup handler '{0}' changes '{1}', and no Failed handler undoes that in {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "What Setup changes stays changed when the migration fails, unless a Failed handler of the class undoes it.",
        Pages + "NG1006.md");

    public static readonly DiagnosticDescriptor BlockingHandler = new DiagnosticDescriptor(
        "NG1007",
        "A handler blocks while the guest is down",
        "{0} handler '{1}' blocks in '{2}' while the guest is down{3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The time of a Failed handler of Phase.BeforeVmStart is added to the guest's downtime.",
        Pages + "NG1007.md");

    public static readonly DiagnosticDescriptor ThrowingHandler = new DiagnosticDescriptor(
        "NG1008",
        "A handler that cannot refuse throws",
        "{0} handler '{1}' throws {2}, which is only recorded as a fault; only Setup and IncomingSetup may refuse",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An exception of a Done, Failed or Reclaimed handler stops nothing: it leaves the device half done.",
        Pages + "NG1008.md");

    public static readonly DiagnosticDescriptor UnendedSession = new DiagnosticDescriptor(
        "NG1009",
        "A session is not ended on every path",
        "The {0} '{1}' is not ended {2}: no device would be told that the migration failed; declare it with 'using'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A session that is neither completed, failed nor disposed of leaves the devices set up and the VM stopped.",
        Pages + "NG1009.md");

    public static readonly DiagnosticDescriptor TouchInSetup = new DiagnosticDescriptor(
        "NG1010",
        "A Setup handler touches vCPU state while the guest runs",
        "{0} handler '{1}' {2} vCPU state '{3}' while the guest runs{4}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "Setup is raised while the guest runs.",
        Pages + "NG1010.md");

    public static readonly DiagnosticDescriptor MissingEffectAttribute = new DiagnosticDescriptor(
        "NG1011",
        "A public member does not say what it does to the VM",
        "'{0}' {1}, and other assemblies cannot know; add [{2}]",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        "The analysis crosses assemblies by attributes only.",
        Pages + "NG1011.md");

    public static readonly DiagnosticDescriptor EffectBeyondContract = new DiagnosticDescriptor(
        "NG1012",
        "An override does more to the VM than the member it overrides says",
        "'{0}' {1}, which '{2}' does not say; add [{3}] to '{2}'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Whoever calls the overridden member trusts its annotation.",
        Pages + "NG1012.md");

    public static readonly DiagnosticDescriptor Undecided = new DiagnosticDescriptor(
        "NG1099",
        "The vCPU-state analysis cannot decide here",
        "What '{0}' does to the VM cannot be decided here: {1}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The analysis says where it stops, and why, instead of guessing.",
        Pages + "NG1099.md");

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
