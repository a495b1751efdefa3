using NotifierGen.Pages.Html;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>A recorded migration as a page: the whole of it, the downtime, and every handler.</summary>
internal static class TimelinePage
{
    public static string Write(MigrationRecord record)
    {
        IReadOnlyList<DispatchGroup> groups = DispatchGroup.Of(record);
        double end = Math.Max(RecordSpan.End(record, groups), 1);
        string title = record.Title.Length > 0 ? $"Migration timeline: {record.Title}" : "Migration timeline";
        return Page.Write(title, Lead(record), null, html =>
        {
            WriteFacts(html, record, groups, end);
            OverviewFigure.Write(html, record, groups, end);
            for (int i = 0; i < record.Pauses.Length; i++)
            {
                DowntimeFigure.Write(html, record, groups, record.Pauses[i], record.Pauses.Length > 1 ? i + 1 : 0);
            }

            WriteFaults(html, record);
            foreach (DispatchGroup group in groups.Where(each => each.Handlers.Length > 0))
            {
                DispatchFigure.Write(html, group);
            }

            RoundTable.Write(html, record);
        });
    }

    private static string Lead(MigrationRecord record)
    {
        string outcome = record.Outcome.Length == 0 ? "" : record.Failed ? $"It failed: {record.Outcome}" : $"It ended so: {record.Outcome}";
        return outcome.Length == 0 || outcome.EndsWith('.') ? outcome : outcome + ".";
    }

    private static void WriteFacts(HtmlWriter html, MigrationRecord record, IReadOnlyList<DispatchGroup> groups, double end)
    {
        html.Raw("<dl class=\"facts\">\n");
        Page.Fact(html, "outcome", record.Failed ? "failed" : record.Outcome.Length > 0 ? "completed" : "not known", record.Failed ? "bad" : null);
        if (record.Mode.Length > 0)
        {
            Page.Fact(html, "mode", record.Mode);
        }

        Page.Fact(html, "recorded", TimeText.Of(end));
        Page.Fact(html, "downtime", record.Pauses.Length > 0 ? TimeText.Of(record.Pauses.Sum(pause => pause.Duration)) : "none recorded");
        if (record.Postcopies.Length > 0)
        {
            Page.Fact(html, "postcopy", TimeText.Of(record.Postcopies.Sum(postcopy => postcopy.Duration)), record.Postcopies.All(postcopy => postcopy.Whole) ? null : "bad");
        }

        if (record.Rounds.Length > 0)
        {
            Page.Fact(html, "rounds", EventNames.Number(record.Rounds.Length));
        }

        Page.Fact(html, "handlers called", EventNames.Number(groups.Sum(group => group.Handlers.Length)));
        int overruns = record.Handlers.Count(handler => handler.IsOverBudget);
        Page.Fact(html, "over budget", EventNames.Number(overruns), overruns > 0 ? "bad" : null);
        int faults = record.Handlers.Count(handler => handler.Fault.Length > 0);
        Page.Fact(html, "faults", EventNames.Number(faults), faults > 0 ? "bad" : null);
        html.Raw("</dl>\n");
    }

    /// <summary>What went wrong, in words.</summary>
    private static void WriteFaults(HtmlWriter html, MigrationRecord record)
    {
        RecordedMark[] failures = [.. record.Marks.Where(mark => mark.IsFailure)];
        RecordedHandler[] culprits = [.. record.Handlers.Where(handler => handler.Fault.Length > 0 || handler.IsOverBudget)];
        if (failures.Length + culprits.Length == 0)
        {
            return;
        }

        html.Raw("<section>\n<h2>What went wrong</h2>\n<ul class=\"faults\">\n");
        foreach (RecordedMark failure in failures)
        {
            html.Open("li").Text($"{TimeText.At(failure.At)}: {failure.Text}").Close("li").Line();
        }

        foreach (RecordedHandler culprit in culprits)
        {
            html.Open("li").Text($"{TimeText.At(culprit.At)}: ").Element("code", HandlerNames.Full(culprit)).Text($" in {EventNames.Moment(culprit.Event, culprit.Phase)}");
            html.Text(culprit.IsOverBudget ? $" took {TimeText.Of(culprit.Duration)}, its budget is {TimeText.Of(culprit.Budget)}" : "");
            html.Text(culprit.Fault.Length > 0 ? $": {culprit.Fault}" : "").Close("li").Line();
        }

        html.Raw("</ul>\n</section>\n");
    }
}
