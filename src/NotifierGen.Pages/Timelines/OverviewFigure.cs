using NotifierGen.Pages.Html;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>The whole migration: whether the VM ran, the rounds, postcopy, the notifications, what failed.</summary>
internal static class OverviewFigure
{
    private const double EverySecond = .6;

    public static void Write(HtmlWriter html, MigrationRecord record, IReadOnlyList<DispatchGroup> groups, double end)
    {
        TimelineSvg svg = new(new TimeScale(0, end));
        foreach (RecordedPause pause in record.Pauses)
        {
            svg.Window(pause.At, pause.At + pause.Duration, $"downtime: {TimeText.Of(pause.Duration)}");
        }

        foreach (RecordedMark failure in record.Marks.Where(mark => mark.IsFailure))
        {
            svg.Failure(failure.At, failure.Text);
        }

        WriteVm(svg, record, end);
        WriteRounds(svg, record);
        foreach (RecordedPostcopy postcopy in record.Postcopies)
        {
            PostcopyText.Draw(svg, postcopy);
        }

        foreach (DispatchGroup group in groups)
        {
            string name = EventNames.Moment(group.Dispatch.Event, group.Dispatch.Phase);
            svg.Lane(name, TimeText.Of(group.Dispatch.Duration));
            svg.Bar("dispatch", group.Dispatch.At, group.Dispatch.End, $"{name}: {TimeText.Of(group.Dispatch.Duration)}");
        }

        html.Raw("<section>\n<h2>The whole migration</h2>\n");
        foreach (RecordedPostcopy postcopy in record.Postcopies)
        {
            html.Element("p", PostcopyText.Sentence(postcopy), ("class", "note")).Line();
        }

        html.Raw("<figure>\n");
        svg.WriteTo(html, $"Timeline of the migration, {TimeText.Of(end)} long, with {groups.Count} notifications{Counted(record)}.");
        html.Raw("<ul class=\"legend\">");
        Legend(html, "running", "VM runs");
        Legend(html, "stopped", "VM stands still");
        Legend(html, "round", "round of pre-copy");
        if (!record.Postcopies.IsEmpty)
        {
            Legend(html, "postcopy", "postcopy: runs on the destination, its pages are fetched");
        }

        Legend(html, "accent", "notification");
        Legend(html, "over", "failure");
        html.Raw("</ul>\n</figure>\n</section>\n");
    }

    private static string Counted(MigrationRecord record) =>
        record.Postcopies.IsEmpty ? $" and {Rounds(record)}" : $", {Rounds(record)} and postcopy";

    private static string Rounds(MigrationRecord record) => record.Rounds.Length == 1 ? "1 round" : $"{record.Rounds.Length} rounds";

    private static void Legend(HtmlWriter html, string colour, string text) =>
        html.Open("li").Open("i", ("style", $"background:var(--{colour})")).Close("i").Text(text).Close("li");

    private static void WriteVm(TimelineSvg svg, MigrationRecord record, double end)
    {
        if (record.Pauses.IsEmpty)
        {
            return;
        }

        svg.Lane("VM", "downtime " + string.Join(", ", record.Pauses.Select(pause => TimeText.Of(pause.Duration))));
        double from = 0;
        bool isHere = true;
        foreach (RecordedPause pause in record.Pauses)
        {
            svg.Bar("running", from, pause.At, $"the VM runs: {TimeText.Of(pause.At - from)}");
            from = pause.At + pause.Duration;
            svg.Bar("stopped", pause.At, from, $"the VM stands still: {TimeText.Of(pause.Duration)}");
            isHere = pause.End == PauseEnd.Started;
        }

        if (isHere && from < end)
        {
            svg.Bar("running", from, end, $"the VM runs: {TimeText.Of(end - from)}");
        }
    }

    private static void WriteRounds(TimelineSvg svg, MigrationRecord record)
    {
        if (record.Rounds.IsEmpty)
        {
            return;
        }

        svg.Lane(Rounds(record), $"{EventNames.Number(record.Rounds.Sum(round => round.Pages))} pages");
        for (int i = 0; i < record.Rounds.Length; i++)
        {
            RecordedRound round = record.Rounds[i];
            svg.Bar("round", round.At, round.At + round.Duration, $"round {round.Number}: {EventNames.Number(round.Pages)} pages in {TimeText.Of(round.Duration)}", i % 2 == 0 ? 1 : EverySecond);
        }
    }
}
