using System.Globalization;
using NotifierGen.Pages.Html;

namespace NotifierGen.Pages.Timelines;

/// <summary>Draws lanes below each other over one scale: a line of text, and the bars of the lane under it.</summary>
/// <param name="scale">The scale.</param>
internal sealed class TimelineSvg(TimeScale scale)
{
    private const int AxisHeight = 22;
    private const int TextHeight = 16;
    private const int BarHeight = 12;
    private const int LaneHeight = TextHeight + BarHeight + 8;
    private const int TickHeight = 8;
    private const int MarkHeight = TextHeight + TickHeight + 4;

    // What fits beside each other on a narrow screen.
    private const int LongestText = 54;

    private readonly HtmlWriter _shapes = new();
    private readonly HtmlWriter _back = new();
    private int _height = AxisHeight;

    /// <summary>A band behind all lanes.</summary>
    public void Window(double from, double to, string title) =>
        _back.Open("rect", ("class", "window"), ("x", scale.At(from)), ("y", "0"), ("width", scale.Width(from, to)), ("height", "100%"))
            .Element("title", title).Close("rect").Line();

    /// <summary>A line across all lanes.</summary>
    public void Failure(double at, string title) =>
        _back.Open("line", ("class", "mark"), ("x1", scale.At(at)), ("x2", scale.At(at)), ("y1", "0"), ("y2", "100%")).Element("title", title).Close("line").Line();

    /// <summary>Begins a lane.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="remark">What is said behind it.</param>
    public void Lane(string name, string remark)
    {
        WriteText(_height + TextHeight - 4, name, remark);
        _height += LaneHeight;
    }

    /// <summary>A bar in the lane that was begun last; what is too short to be seen is seen all the same.</summary>
    public void Bar(string kind, double from, double to, string title, double opacity = 1) =>
        _shapes.Open("rect", ("class", kind), ("x", scale.At(from)), ("y", Number(BarTop)), ("width", scale.Width(from, to)), ("height", Number(BarHeight)), ("rx", "1"), ("opacity", opacity < 1 ? opacity.ToString(CultureInfo.InvariantCulture) : null))
            .Element("title", title).Close("rect").Line();

    /// <summary>Where in the lane a budget ends, if that is within the scale.</summary>
    public void Budget(double at)
    {
        if (at < scale.To)
        {
            _shapes.Open("line", ("class", "budget"), ("x1", scale.At(at)), ("x2", scale.At(at)), ("y1", Number(BarTop - 2)), ("y2", Number(BarTop + BarHeight + 2)))
                .Element("title", "the budget ends here").Close("line").Line();
        }
    }

    /// <summary>Something that happened at one moment: a line of text, and a tick at its time.</summary>
    public void Mark(double at, bool isFailure, string name, string remark)
    {
        WriteText(_height + TextHeight - 4, name, remark);
        _shapes.Empty("line", ("class", isFailure ? "mark" : "step"), ("x1", scale.At(at)), ("x2", scale.At(at)), ("y1", Number(_height + TextHeight)), ("y2", Number(_height + TextHeight + TickHeight))).Line();
        _height += MarkHeight;
    }

    /// <summary>The drawing; what it shows is also in a table, for those who do not see it.</summary>
    public void WriteTo(HtmlWriter html, string description)
    {
        html.Open("svg", ("class", "timeline"), ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("aria-label", description), ("height", Number(_height + 4))).Line();
        WriteAxis(html);
        html.Raw(_back.ToString()).Raw(_shapes.ToString()).Raw("</svg>\n");
    }

    private int BarTop => _height - LaneHeight + TextHeight;

    private void WriteAxis(HtmlWriter html)
    {
        double[] ticks = [.. scale.Ticks()];
        for (int i = 0; i < ticks.Length; i++)
        {
            string x = scale.At(scale.From + ticks[i]);
            html.Empty("line", ("class", "tick"), ("x1", x), ("x2", x), ("y1", Number(AxisHeight - 6)), ("y2", "100%"));

            // The outermost labels stay inside.
            bool isLast = ticks[i] > scale.Length * .92;
            html.Element("text", ticks[i] == 0 ? "0" : TimeText.Of(ticks[i]), ("class", "tick-label"), ("x", x), ("y", "11"), ("text-anchor", i == 0 ? "start" : isLast ? "end" : "middle")).Line();
        }
    }

    private void WriteText(int y, string name, string remark)
    {
        name = Shorten(name, LongestText - Math.Min(remark.Length, LongestText / 2) - 1);
        _shapes.Open("text", ("x", "0"), ("y", Number(y))).Text(name).Raw(" ").Element("tspan", Shorten(remark, LongestText - name.Length - 1), ("class", "quiet")).Close("text").Line();
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, Math.Max(length - 1, 1)).TrimEnd(), "…");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
