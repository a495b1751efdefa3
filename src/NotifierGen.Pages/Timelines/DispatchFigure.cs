using System.Globalization;
using NotifierGen.Pages.Html;
using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>One dispatch: every handler as a bar in its device's lane, and the figures below.</summary>
internal static class DispatchFigure
{
    private const int MostLanes = 400;

    public static void Write(HtmlWriter html, DispatchGroup group)
    {
        RecordedDispatch dispatch = group.Dispatch;
        TimelineSvg svg = new(new TimeScale(dispatch.At, dispatch.End));
        IGrouping<string, RecordedHandler>[] devices = [.. group.Handlers.GroupBy(handler => $"{handler.Class}/{handler.Device}")];
        foreach (IGrouping<string, RecordedHandler> device in devices.Take(MostLanes))
        {
            svg.Lane(HandlerNames.Device(device.First()), $"{string.Join(", ", device.Select(handler => handler.Handler).Distinct())}, {Took(device)}");
            foreach (RecordedHandler handler in device)
            {
                bool isBad = handler.IsOverBudget || handler.Fault.Length > 0;
                svg.Bar(isBad ? "over" : "handler", handler.At, handler.End, $"{HandlerNames.Full(handler)}: {TimeText.Of(handler.Duration)}{Remark(handler)}");
                if (handler.Budget > 0)
                {
                    svg.Budget(handler.At + handler.Budget);
                }
            }
        }

        string moment = EventNames.Moment(dispatch.Event, dispatch.Phase);
        html.Raw("<section>\n").Element("h2", moment).Line();
        html.Element("p", $"{Count(group.Handlers.Length, "call")} to {Count(devices.Length, "device")} in {TimeText.Of(dispatch.Duration)}; the handlers themselves took {TimeText.Of(group.Handlers.Sum(handler => handler.Duration))}.", ("class", "note")).Raw("\n<figure>\n");
        svg.WriteTo(html, $"The handlers of {moment} by device. The same figures are in the table below.");
        if (devices.Length > MostLanes)
        {
            html.Element("figcaption", $"The first {MostLanes} of {EventNames.Number(devices.Length)} devices; the table has all.").Line();
        }

        html.Raw("</figure>\n");
        WriteTable(html, group, moment);
        html.Raw("</section>\n");
    }

    private static void WriteTable(HtmlWriter html, DispatchGroup group, string moment)
    {
        html.Raw("<details>\n<summary>The figures</summary>\n<table class=\"cards\" role=\"table\">\n").Element("caption", $"The calls of {moment}, in their order.").Line();
        html.Raw("<thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">device</th><th scope=\"col\" role=\"columnheader\">handler</th>");
        html.Raw("<th scope=\"col\" role=\"columnheader\" class=\"number\">began</th><th scope=\"col\" role=\"columnheader\" class=\"number\">took</th>");
        html.Raw("<th scope=\"col\" role=\"columnheader\" class=\"number\">budget</th><th scope=\"col\" role=\"columnheader\">fault</th></tr></thead>\n<tbody role=\"rowgroup\">\n");
        foreach (RecordedHandler handler in group.Handlers)
        {
            html.Raw("<tr role=\"row\">");
            html.Open("th", ("scope", "row"), ("role", "rowheader"), ("data-label", "device")).Element("span", HandlerNames.Device(handler)).Close("th");
            html.Open("td", ("role", "cell"), ("data-label", "handler")).Element("code", $"{EventNames.ShortName(handler.Class)}.{handler.Handler}").Close("td");
            Cell(html, "began", TimeText.Of(Math.Max(handler.At - group.Dispatch.At, 0)), "number");
            Cell(html, "took", TimeText.Of(handler.Duration), "number");
            Cell(html, "budget", handler.Budget > 0 ? TimeText.Of(handler.Budget) : "", "number");
            Cell(html, "fault", handler.Fault, null);
            html.Raw("</tr>\n");
        }

        html.Raw("</tbody>\n</table>\n</details>\n");
    }

    private static void Cell(HtmlWriter html, string label, string text, string? kind) =>
        html.Element("td", text, ("role", "cell"), ("data-label", label), ("class", kind));

    private static string Took(IEnumerable<RecordedHandler> handlers)
    {
        double budget = handlers.Sum(handler => handler.Budget);
        return TimeText.Of(handlers.Sum(handler => handler.Duration)) + (budget > 0 ? $" of {TimeText.Of(budget)}" : "");
    }

    private static string Remark(RecordedHandler handler) =>
        (handler.Budget > 0 ? $", budget {TimeText.Of(handler.Budget)}" : "") + (handler.Fault.Length > 0 ? $", {handler.Fault}" : "");

    private static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
