using System.Globalization;
using NotifierGen.Pages.Html;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>What happened while the VM stood still, one after the other and to scale.</summary>
internal static class DowntimeFigure
{
    // What a record rounds away.
    private const double Tolerance = 1;

    public static void Write(HtmlWriter html, MigrationRecord record, IReadOnlyList<DispatchGroup> groups, RecordedPause pause, int number)
    {
        double end = pause.At + pause.Duration;
        TimelineSvg svg = new(new TimeScale(pause.At, end));
        List<(double At, Action Draw)> story = [];
        foreach (RecordedRound round in record.Rounds.Where(each => each.At >= pause.At && each.At < end))
        {
            story.Add((round.At, () => DrawRound(svg, round)));
        }

        foreach (RecordedDispatch dispatch in groups.Select(group => group.Dispatch).Where(each => each.At >= pause.At && each.At < end))
        {
            story.Add((dispatch.At, () => DrawDispatch(svg, dispatch)));
        }

        foreach (RecordedMark mark in record.Marks.Where(each => each.At >= pause.At - Tolerance && each.At <= end + Tolerance))
        {
            story.Add((mark.At, () => svg.Mark(mark.At, mark.IsFailure, mark.Text, $"at {TimeText.Of(Math.Max(mark.At - pause.At, 0))}")));
        }

        foreach ((double _, Action draw) in story.OrderBy(each => each.At))
        {
            draw();
        }

        string name = number > 0 ? $"Downtime {number.ToString(CultureInfo.InvariantCulture)}" : "The downtime";
        html.Raw("<section>\n").Element("h2", $"{name}: {TimeText.Of(pause.Duration)}").Line();
        html.Element("p", $"From the stop of the VM {Until(pause.End)}.", ("class", "note")).Raw("\n<figure>\n");
        svg.WriteTo(html, $"What happened in {TimeText.Of(pause.Duration)} of downtime, {story.Count} entries.");
        html.Raw("</figure>\n</section>\n");
    }

    private static void DrawRound(TimelineSvg svg, RecordedRound round)
    {
        svg.Lane("last round", $"{EventNames.Number(round.Pages)} pages, {TimeText.Of(round.Duration)}");
        svg.Bar("round", round.At, round.At + round.Duration, $"{EventNames.Number(round.Pages)} pages");
    }

    private static void DrawDispatch(TimelineSvg svg, RecordedDispatch dispatch)
    {
        string name = EventNames.Moment(dispatch.Event, dispatch.Phase);
        svg.Lane(name, TimeText.Of(dispatch.Duration));
        svg.Bar("dispatch", dispatch.At, dispatch.End, $"{name}: {TimeText.Of(dispatch.Duration)}");
    }

    private static string Until(PauseEnd end) => end switch
    {
        PauseEnd.Started => "to its start on the source",
        PauseEnd.HandedOver => "to the moment in which the destination runs it",
        _ => "to the end of the record: it was not started again",
    };
}
