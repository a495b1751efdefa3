using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers;

/// <summary>Every rule that this assembly reports. Each has a page behind its help link and a line in AnalyzerReleases.</summary>
internal static partial class Descriptors
{
    private const string Category = "NotifierGen";
    private const string Pages = "https://github.com/notifiergen/notifiergen/blob/main/analyzers/docs/";

    public static readonly DiagnosticDescriptor HandlerSignature = new DiagnosticDescriptor(
        "NG0001",
        "A row cannot call this handler",
        "The dispatch table cannot call '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A handler returns void (Setup and IncomingSetup may return SetupResult) and has no parameter or 'in MigrationContext'; it is not async, no iterator and not generic.",
        Pages + "NG0001.md");

    public static readonly DiagnosticDescriptor UnreachableHandler = new DiagnosticDescriptor(
        "NG0002",
        "A row cannot reach this handler",
        "The dispatch table cannot reach '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Rows stand outside the device class, or inside it where it is partial.",
        Pages + "NG0002.md");

    public static readonly DiagnosticDescriptor PhaseWithoutMeaning = new DiagnosticDescriptor(
        "NG0003",
        "This event has no phases",
        "{0} has no phases, since no VM starts after it; remove the phase",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Only Failed, Reclaimed and IncomingDone have phases: a VM may start after them.",
        Pages + "NG0003.md");

    public static readonly DiagnosticDescriptor OrderCycle = new DiagnosticDescriptor(
        "NG0004",
        "After and Before form a cycle",
        "After and Before of the {0} rows form a cycle: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "No order of the rows satisfies all of their After and Before.",
        Pages + "NG0004.md");

    public static readonly DiagnosticDescriptor DuplicateHandler = new DiagnosticDescriptor(
        "NG0005",
        "The handler would be called twice for one event",
        "'{0}' would be called twice for {1}: {2} asks for it, too",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The same event and phase is named twice for the same code, in modes that overlap.",
        Pages + "NG0005.md");

    public static readonly DiagnosticDescriptor DeviceType = new DiagnosticDescriptor(
        "NG0006",
        "This type cannot be a device",
        "'{0}' cannot be a device with the handler '{1}': {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Objects of the type cannot be registered, or generated code cannot name it.",
        Pages + "NG0006.md");

    public static readonly DiagnosticDescriptor OrderWithoutTarget = new DiagnosticDescriptor(
        "NG0007",
        "After or Before names a class without such a row",
        "{0} names '{1}', which has no row for {2}, so it orders nothing",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "After and Before order rows of the same event and phase.",
        Pages + "NG0007.md");

    public static readonly DiagnosticDescriptor MeaninglessArgument = new DiagnosticDescriptor(
        "NG0008",
        "This argument means nothing",
        "{0} cannot be this: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Modes is empty or unknown, BudgetMicroseconds is negative, RequiresStoppedVm stands where no VM can be stopped, or a value is none of its enumeration.",
        Pages + "NG0008.md");

    public static readonly DiagnosticDescriptor DispatcherType = new DiagnosticDescriptor(
        "NG0009",
        "This class cannot be a dispatcher",
        "No dispatch table can be written for '{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A [DispatchTable] class is partial, as are the types around it, is neither static nor generic nor file-local, and derives from MigrationDispatcher.",
        Pages + "NG0009.md");

    public static readonly DiagnosticDescriptor UncomposedHandlers = new DiagnosticDescriptor(
        "NG0010",
        "No dispatcher composes these handlers",
        "No dispatcher of this application composes the handlers of {0}, so no migration calls them; add a [DispatchTable] class",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An application needs a [DispatchTable] class that composes the handlers of its own and of its libraries.",
        Pages + "NG0010.md");

    public static readonly DiagnosticDescriptor ManifestVersion = new DiagnosticDescriptor(
        "NG0011",
        "A referenced assembly's manifest has another version",
        "The handlers of '{0}' are described by version {1} of the manifest, and this generator reads version {2}: {3}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A library and the application were built with versions of NotifierGen that do not fit together.",
        Pages + "NG0011.md");

    public static readonly DiagnosticDescriptor TableFile = new DiagnosticDescriptor(
        "NG0012",
        "The table file does not hold the dispatch table",
        "'{0}' does not hold the table of '{1}': {2}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The file that NotifierGenTableFile names holds the dispatch table as it was reviewed; the code has another one.",
        Pages + "NG0012.md");

    public static readonly DiagnosticDescriptor Namesakes = new DiagnosticDescriptor(
        "NG0014",
        "Two referenced assemblies have device classes of the same name",
        "The referenced handlers of '{0}' are in no table: no name tells {1} apart; reference all but one of these assemblies under an extern alias",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Two assemblies of one simple name are referenced side by side; generated code can name the classes of both only with an alias.",
        Pages + "NG0014.md");

    public static readonly DiagnosticDescriptor EffectFileLine = new DiagnosticDescriptor(
        "NG0101",
        "A line of VmEffects.txt says nothing",
        "This line is not used: {0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line of VmEffects*.txt is a verb and a documentation comment ID that names a member of this compilation or of its references.",
        Pages + "NG0101.md");

    /// <summary>All of them, in the order of their identifiers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Table.All;

    /// <summary>The rule of an identifier, as the generator's checks name it.</summary>
    public static DiagnosticDescriptor Of(string ruleId)
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            if (descriptor.Id == ruleId)
            {
                return descriptor;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(ruleId), ruleId, "No such rule.");
    }

    // Descriptors stand in several files, whose fields are initialised in no order; a type of its own is initialised after all of them.
    private static class Table
    {
        public static readonly ImmutableArray<DiagnosticDescriptor> All = ImmutableArray.Create(
            HandlerSignature,
            UnreachableHandler,
            PhaseWithoutMeaning,
            OrderCycle,
            DuplicateHandler,
            DeviceType,
            OrderWithoutTarget,
            MeaninglessArgument,
            DispatcherType,
            UncomposedHandlers,
            ManifestVersion,
            TableFile,
            Namesakes,
            EffectFileLine,
            TouchAfterResume,
            TouchWhileMaybeRunning,
            DeferredTouch,
            HandlerResumesVm,
            StartOutOfOrder,
            SetupWithoutFailed,
            BlockingHandler,
            ThrowingHandler,
            UnendedSession,
            TouchInSetup,
            MissingEffectAttribute,
            EffectBeyondContract,
            Undecided,
            AllocatingHandler);
    }
}
