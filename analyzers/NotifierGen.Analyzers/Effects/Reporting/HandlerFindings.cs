using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>Collects all that is found in a handler; what lies in other members, lambdas and local functions counts where the handler calls them or leaves them behind.</summary>
internal sealed class HandlerFindings
{
    private static readonly Findings[] s_kinds =
    [
        Findings.TouchMayRun, Findings.TouchResumed, Findings.TouchUnknown, Findings.TouchLater, Findings.Resumes, Findings.Blocks, Findings.Undecided,
    ];

    private readonly Solver _solver;
    private readonly SourceFiles _files;
    private readonly BodyKey _handler;
    private readonly List<HandlerFinding> _found = [];

    private HandlerFindings(Solver solver, SourceFiles files, BodyKey handler)
    {
        _solver = solver;
        _files = files;
        _handler = handler;
    }

    public static List<HandlerFinding> Of(Solver solver, SourceFiles files, BodyKey handler, VmStates entry)
    {
        var context = new Context(handler, Solving.Environment.Empty, IsDetached: false, default);
        solver.Get(context);
        var findings = new HandlerFindings(solver, files, handler);
        findings.Collect(BodySightings.Of(solver, context, entry));
        return findings._found;
    }

    private void Collect(BodySightings body)
    {
        foreach (Sighting sighting in body.All)
        {
            ResumePoint? resume = ResumeBefore(body, sighting.State);
            foreach (Findings kind in s_kinds)
            {
                if (sighting.Is(kind))
                {
                    Add(body, sighting, kind, resume);
                }
            }
        }
    }

    private void Add(BodySightings body, Sighting sighting, Findings kind, ResumePoint? resume)
    {
        string? how = null;
        Witness? witness = Witness.Find(_solver, body, sighting, kind);
        if (witness is not null)
        {
            for (int i = witness.Steps.Count - 1; i > 0; i--)
            {
                if (ResumeBefore(witness.Steps[i].Body, witness.Steps[i].Step.State) is { } nearer)
                {
                    resume = nearer;
                    break;
                }
            }

            how = witness.Steps.Select(static step => step.Step.How).FirstOrDefault(static left => left is not null);
        }

        _found.Add(new HandlerFinding(kind, CodePlace.Of(_files, _handler, sighting.Site), witness, resume, how));
    }

    private ResumePoint? ResumeBefore(BodySightings body, VmState state)
    {
        if (state.ResumedAt == 0 || (state.Vm & VmStates.Resumed) == 0)
        {
            return null;
        }

        Witness? witness = body.All
            .Where(sighting => sighting.Site.Start == state.ResumedAt - 1 && sighting.Is(Findings.Resumes))
            .Select(sighting => Witness.Find(_solver, body, sighting, Findings.Resumes))
            .OrderBy(static way => way?.Steps.Count ?? int.MaxValue)
            .FirstOrDefault();
        if (witness is not { Found: Effect.Resume resume })
        {
            return null;
        }

        // Of the handler itself, the place where it goes wrong in the handler; of another member, where that resumes.
        (BodySightings at, Sighting step) = body.Context.Body.IsOfSameMember(_handler) ? witness.Steps[0] : witness.Steps[witness.Steps.Count - 1];
        return new ResumePoint(resume.Member, CodePlace.Of(_files, at.Context.Body, step.Site));
    }
}
