using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Roots;
using NotifierGen.Analyzers.Effects.Solving;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>Says what is found in a handler: one diagnostic for each rule and place.</summary>
internal sealed class HandlerReport(IMethodSymbol handler, SourceFiles files, Action<Diagnostic> report)
{
    /// <summary>The key under which a diagnostic of NG1001 tells fixes why the vCPUs may run.</summary>
    public const string CauseKey = "Cause";

    /// <summary>They run because of the event and phase.</summary>
    public const string PhaseCause = "Phase";

    /// <summary>They run because the handler resumed them.</summary>
    public const string ResumeCause = "Resume";

    private readonly List<(DiagnosticDescriptor Descriptor, HandlerRow Row, HandlerFinding Finding)> _said = [];

    private string Handler { get; } = MemberText.Of(handler);

    public void Add(HandlerRow row, IReadOnlyList<HandlerFinding> findings)
    {
        foreach (HandlerFinding finding in findings)
        {
            if (DescriptorOf(row, finding) is { } descriptor)
            {
                _said.Add((descriptor, row, finding));
            }
        }
    }

    /// <summary>
    /// Reports what was added: of several touches at one place the worst, for several events too; of a read and a write the write, of several ways
    /// the shortest; the phase is a better reason than what the handler does before.
    /// </summary>
    public void Publish()
    {
        var places = new HashSet<(string, CodePlace)>();
        foreach ((DiagnosticDescriptor descriptor, HandlerRow row, HandlerFinding finding) in _said
            .OrderBy(static said => said.Finding.Place.Span.Start)
            .ThenBy(static said => said.Descriptor.Id, StringComparer.Ordinal)
            .ThenBy(static said => said.Finding.Kind)
            .ThenByDescending(static said => said.Finding.Witness?.Found is Effect.Touch { Writes: true })
            .ThenBy(static said => said.Finding.Witness?.Steps.Count ?? int.MaxValue)
            .ThenBy(static said => said.Row.Event))
        {
            bool isTouch = (finding.Kind & (Findings.TouchMayRun | Findings.TouchResumed | Findings.TouchUnknown)) != 0;
            if (places.Add((isTouch ? "touch" : descriptor.Id, finding.Place)))
            {
                report(ToDiagnostic(descriptor, row, finding));
            }
        }
    }

    /// <summary>Says that the handler as a whole cannot be analysed.</summary>
    public void GiveUp(string reason) => report(Diagnostic.Create(Descriptors.Undecided, handler.Locations[0], Handler, reason));

    private static DiagnosticDescriptor? DescriptorOf(HandlerRow row, HandlerFinding finding) => finding.Kind switch
    {
        Findings.TouchMayRun or Findings.TouchResumed => row.Event == EventKind.Setup ? Descriptors.TouchInSetup : Descriptors.TouchAfterResume,
        Findings.TouchUnknown => Descriptors.TouchWhileMaybeRunning,
        Findings.TouchLater => Descriptors.DeferredTouch,
        Findings.Resumes when row.IsBeforeVmStart => Descriptors.HandlerResumesVm,
        Findings.Blocks when row is { IsBeforeVmStart: true, Event: EventKind.Failed } => Descriptors.BlockingHandler,
        Findings.Undecided => Descriptors.Undecided,
        _ => null,
    };

    private Diagnostic ToDiagnostic(DiagnosticDescriptor descriptor, HandlerRow row, HandlerFinding finding)
    {
        string calls = CallPath.Of(handler, finding, files);
        string name = row.Event.ToString();
        var touch = finding.Witness?.Found as Effect.Touch;
        string verb = touch is { Writes: true } ? "writes" : "reads";
        object[] arguments = finding.Kind switch
        {
            Findings.TouchMayRun or Findings.TouchResumed when row.Event == EventKind.Setup => [name, Handler, verb, touch?.Member ?? "", calls],
            Findings.TouchMayRun => [name, Handler, verb, touch?.Member ?? "", WhileRunning(row), calls],
            Findings.TouchResumed => [name, Handler, verb, touch?.Member ?? "", AfterResume(finding), calls],
            Findings.TouchUnknown => [name, Handler, verb, touch?.Member ?? "", calls],
            Findings.TouchLater => [name, Handler, finding.How ?? "what follows an await", verb, touch?.Member ?? "", calls],
            Findings.Resumes => [name, Handler, (finding.Witness?.Found as Effect.Resume)?.Member ?? "", calls],
            Findings.Blocks => [name, Handler, (finding.Witness?.Found as Effect.Block)?.Member ?? "", calls],
            _ => [Handler, ((finding.Witness?.Found as Effect.Undecided)?.Reason ?? "more code is called than is analysed for one handler") + calls],
        };
        return Diagnostic.Create(descriptor, finding.Place.ToLocation(), AdditionalLocations(finding), Properties(finding), arguments);
    }

    private static string WhileRunning(HandlerRow row) => row.Event == EventKind.Done
        ? "while the guest runs on during a background snapshot"
        : "in Phase.AfterVmStart, when the vCPUs may run";

    private static string AfterResume(HandlerFinding finding) => finding.Resume switch
    {
        null => "after the VM may have been resumed",
        { } resume when resume.Place.Tree == finding.Place.Tree => $"after the VM is resumed by '{resume.Member}' (line {resume.Place.Line})",
        { } resume => $"after the VM is resumed by '{resume.Member}' ({resume.Place})",
    };

    private IEnumerable<Location> AdditionalLocations(HandlerFinding finding)
    {
        if (finding.Witness is { } witness)
        {
            (BodySightings body, Sighting last) = witness.Steps[witness.Steps.Count - 1];
            var place = CodePlace.Of(files, body.Context.Body, last.Site);
            if (place != finding.Place)
            {
                yield return place.ToLocation();
            }
        }

        if (finding is { Kind: Findings.TouchResumed, Resume: { } resume })
        {
            yield return resume.Place.ToLocation();
        }
    }

    private static ImmutableDictionary<string, string?> Properties(HandlerFinding finding) => finding.Kind switch
    {
        Findings.TouchMayRun => ImmutableDictionary<string, string?>.Empty.Add(CauseKey, PhaseCause),
        Findings.TouchResumed => ImmutableDictionary<string, string?>.Empty.Add(CauseKey, ResumeCause),
        _ => ImmutableDictionary<string, string?>.Empty,
    };
}
