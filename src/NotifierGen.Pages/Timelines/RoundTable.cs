using System.Globalization;
using NotifierGen.Pages.Html;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>The rounds of pre-copy in figures.</summary>
internal static class RoundTable
{
    private const double Mebibyte = 1 << 20;

    public static void Write(HtmlWriter html, MigrationRecord record)
    {
        if (record.Rounds.IsEmpty)
        {
            return;
        }

        html.Raw("<section>\n<h2>The rounds</h2>\n<table>\n<caption>What each round sent, and what the guest had dirtied when it ended.</caption>\n");
        html.Raw("<thead><tr>");
        foreach (string column in (string[])["round", "began", "took", "pages", "MiB", "dirty"])
        {
            html.Element("th", column, ("scope", "col"), ("class", "number"));
        }

        html.Raw("</tr></thead>\n<tbody>\n");
        foreach (RecordedRound round in record.Rounds)
        {
            html.Raw("<tr>").Element("th", round.Number.ToString(CultureInfo.InvariantCulture), ("scope", "row"), ("class", "number"));
            Cell(html, TimeText.Of(round.At));
            Cell(html, TimeText.Of(round.Duration));
            Cell(html, EventNames.Number(round.Pages));
            Cell(html, (round.Bytes / Mebibyte).ToString("0.0", CultureInfo.InvariantCulture));
            Cell(html, EventNames.Number(round.DirtyPages));
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</section>\n");
    }

    private static void Cell(HtmlWriter html, string text) => html.Element("td", text, ("class", "number"));
}
