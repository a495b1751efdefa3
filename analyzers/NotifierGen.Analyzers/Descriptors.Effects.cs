using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <summary>The rules about what handlers and hosts do to the VM.</summary>
internal static partial class Descriptors
{
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

    public static readonly DiagnosticDescriptor BlockingHandler = new DiagnosticDescriptor(
        "NG1007",
        "A handler blocks while the guest is down",
        "{0} handler '{1}' blocks in '{2}' while the guest is down{3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The time of a Failed handler of Phase.BeforeVmStart is added to the guest's downtime.",
        Pages + "NG1007.md");

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
}
