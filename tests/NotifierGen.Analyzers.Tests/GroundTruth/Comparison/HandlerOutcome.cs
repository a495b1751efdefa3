using System.Collections.Immutable;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Comparison;

/// <summary>What analyzer and monitor say of one handler.</summary>
internal sealed class HandlerOutcome
{
    private readonly bool _checksResumes;

    public HandlerOutcome(Handler handler, IReadOnlyList<Report> reports, IReadOnlyCollection<Observation> observed, bool checksResumes)
    {
        Handler = handler;
        Reports = reports;
        Observed = observed;

        // Only in a handler that runs before the start is a start of its own reported.
        _checksResumes = checksResumes && handler.Entry != HandlerEntry.Running;
        Missed = [.. FindMissed()];
        Report[] unconfirmed = [.. reports.Where(report => !IsConfirmed(report))];
        FalseAlarms = [.. unconfirmed.Select(FalseAlarm).DistinctBy(static mismatch => (mismatch.Kind, mismatch.Rule))];
        Alarms = reports.Count(static report => report.IsAlarm);
        FalseAlarmCount = unconfirmed.Length;
    }

    public Handler Handler { get; }

    public IReadOnlyList<Report> Reports { get; }

    public IReadOnlyCollection<Observation> Observed { get; }

    /// <summary>The analysis says that it cannot tell something here.</summary>
    public bool IsUndecided => Reports.Any(static report => report.Rule == Report.Undecided);

    public ImmutableArray<Mismatch> Missed { get; }

    /// <summary>False alarms of different kinds.</summary>
    public ImmutableArray<Mismatch> FalseAlarms { get; }

    /// <summary>Reports that something happens.</summary>
    public int Alarms { get; }

    /// <summary>How many of those no input makes happen.</summary>
    public int FalseAlarmCount { get; }

    private IEnumerable<Mismatch> FindMissed()
    {
        foreach (Observation observation in Observed.Where(static observation => !observation.IsExcused))
        {
            if (observation.Kind == ObservationKind.Resume)
            {
                if (_checksResumes && !Reports.Any(static report => report.Rule == Report.Resumes))
                {
                    yield return new Mismatch(Handler, MismatchKind.Missed, Report.Resumes, $"observed {observation}");
                }
            }
            else if (!Reports.Any(report => IsOfKind(report, observation)))
            {
                string rule = observation.Timing == Timing.Later ? Report.Later : Report.AfterResume;
                yield return new Mismatch(Handler, MismatchKind.Missed, rule, $"observed {observation}");
            }
            else if (observation.Timing == Timing.InPlace && !Reports.Any(report => report.IsTouchInPlace && IsIn(report, observation)))
            {
                yield return new Mismatch(Handler, MismatchKind.MissedInStatement, Report.AfterResume, $"observed {observation}");
            }
        }
    }

    private bool IsConfirmed(Report report) => report.Rule switch
    {
        Report.AfterResume => Touched(report, VmCondition.Running),
        Report.MaybeRunning => Touched(report, VmCondition.NeverStopped),
        Report.Later => Observed.Any(static observation => observation.Kind == ObservationKind.Touch && observation.Timing != Timing.InPlace),
        Report.Resumes => !_checksResumes || Observed.Any(static observation => observation.Kind == ObservationKind.Resume),
        _ => true,
    };

    private bool Touched(Report report, VmCondition cause) => Observed.Any(observation =>
        observation.Kind == ObservationKind.Touch && observation.Condition == cause && (observation.Timing == Timing.Beside || IsIn(report, observation)));

    private Mismatch FalseAlarm(Report report)
    {
        bool happens = Observed.Any(observation => observation.Kind == ObservationKind.Touch && IsOfKind(report, observation));
        return new Mismatch(Handler, happens ? MismatchKind.FalseAlarmInStatement : MismatchKind.FalseAlarm, report.Rule, $"statement {report.Statement}: {report.Message}");
    }

    private static bool IsIn(Report report, Observation observation) => report.Statement < 0 || observation.Statement < 0 || observation.Statement == report.Statement;

    // Code that runs later and resumes the VM itself before it touches may be called one thing or the other.
    private static bool IsOfKind(Report report, Observation observation) => observation.Timing switch
    {
        Timing.InPlace => report.IsTouchInPlace,
        Timing.Later => report.Rule == Report.Later || (report.IsTouchInPlace && IsIn(report, observation)),
        _ => report.IsTouch,
    };
}
