using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Reporting;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Contracts;

/// <summary>Finds what the code of one method or accessor does to the VM, itself and in what it calls.</summary>
internal sealed class BodyEffects
{
    private readonly EffectProgram _program;
    private readonly Solver _solver;
    private readonly BodyKey _key;
    private readonly bool _returnsScope;

    private BodyEffects(EffectProgram program, Solver solver, BodyKey key, IMethodSymbol body)
    {
        _program = program;
        _solver = solver;
        _key = key;
        _returnsScope = _program.IsDisposable(body.ReturnType);
    }

    /// <summary>What a body does that facts do not say; nothing if it cannot be decided.</summary>
    /// <param name="said">The facts.</param>
    /// <param name="entry">The states in which a touch is one.</param>
    /// <param name="body">The method or accessor.</param>
    /// <param name="program">The code.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static List<BodyEffect> Beyond(MemberEffects said, VmStates entry, IMethodSymbol body, EffectProgram program, CancellationToken cancellationToken)
    {
        var effects = new List<BodyEffect>();
        if (program.Files.KeyOf(body) is not { } key)
        {
            return effects;
        }

        var solver = new Solver(program, program.Summaries, cancellationToken);
        try
        {
            Summary summary = solver.Get(ContextOf(key));
            if (!solver.IsOverBudget)
            {
                new BodyEffects(program, solver, key, body).Add(said, entry, summary, effects);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            effects.Clear();
        }

        return effects;
    }

    private static Context ContextOf(BodyKey key) => new(key, Solving.Environment.Empty, IsDetached: false, default);

    private void Add(MemberEffects said, VmStates entry, Summary summary, List<BodyEffect> effects)
    {
        Outcome running = summary.In(VmStates.Resumed);
        if ((said & (MemberEffects.VcpuState | MemberEffects.AssertsVmStopped)) == 0 && (summary.In(entry).Findings & Findings.Touches) != 0)
        {
            effects.Add(Touch(entry));
        }

        if ((said & MemberEffects.ResumesVm) == 0 && Resumes(summary.In(VmStates.Stopped), said, running))
        {
            effects.Add(Resume());
        }

        if ((said & (MemberEffects.PausesVm | MemberEffects.AssertsVmStopped)) == 0 && Pauses(running))
        {
            effects.Add(new BodyEffect(MemberEffects.PausesVm, "pauses the VM", null));
        }
    }

    // Who hands out a pausing scope leaves the resume behind that ends it.
    private bool Resumes(in Outcome stopped, MemberEffects said, in Outcome running)
    {
        bool isPause = _returnsScope && ((said & MemberEffects.PausesVm) != 0 || Pauses(running));
        return (stopped.Findings & Findings.Resumes) != 0 && (!isPause || ((stopped.Exit | stopped.Thrown) & VmStates.Resumed) != 0);
    }

    // A test of whether the vCPUs stand leads to the same states, and pauses nothing.
    private static bool Pauses(in Outcome running) =>
        running.Exit == VmStates.Stopped && ((running.Findings & Findings.Pauses) != 0 || running.Scope != VmStates.None);

    private BodyEffect Touch(VmStates entry)
    {
        HandlerFinding? finding = First(entry, Findings.Touches);
        string text = finding?.Witness?.Found is Effect.Touch touch
            ? $"{(touch.Writes ? "writes" : "reads")} vCPU state '{touch.Member}'"
            : "touches vCPU state";
        return With(MemberEffects.VcpuState, finding?.Kind == Findings.TouchLater ? text + " in code that it leaves behind" : text, finding);
    }

    private BodyEffect Resume()
    {
        HandlerFinding? finding = First(VmStates.Stopped, Findings.Resumes);
        return With(MemberEffects.ResumesVm, finding?.Witness?.Found is Effect.Resume resume ? $"resumes the VM by '{resume.Member}'" : "resumes the VM", finding);
    }

    private HandlerFinding? First(VmStates entry, Findings wanted) => HandlerFindings
        .Of(_solver, _program.Files, _key, entry)
        .Where(finding => (finding.Kind & wanted) != 0)
        .OrderBy(static finding => finding.Kind == Findings.TouchLater)
        .ThenBy(static finding => finding.Place.Span.Start)
        .ThenBy(static finding => finding.Witness?.Steps.Count ?? int.MaxValue)
        .FirstOrDefault();

    private BodyEffect With(MemberEffects effect, string text, HandlerFinding? finding)
    {
        if (finding?.Witness is not { } witness)
        {
            return new BodyEffect(effect, text, null);
        }

        (BodySightings body, Sighting last) = witness.Steps[witness.Steps.Count - 1];
        var place = CodePlace.Of(_program.Files, body.Context.Body, last.Site);
        return new BodyEffect(effect, body.Context.Body.IsOfSameMember(_key) ? text : $"{text} ({place})", place);
    }
}
