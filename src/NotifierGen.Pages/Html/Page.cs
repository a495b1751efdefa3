namespace NotifierGen.Pages.Html;

/// <summary>The frame of a page: one file with nothing outside of it, in light and dark, for screens of every width and for paper.</summary>
internal static class Page
{
    /// <summary>Writes it.</summary>
    /// <param name="title">The title and the heading.</param>
    /// <param name="lead">What the page shows, in one sentence.</param>
    /// <param name="script">The name of the script that makes it nicer to use; it works without.</param>
    /// <param name="body">Writes what stands below the heading.</param>
    public static string Write(string title, string lead, string? script, Action<HtmlWriter> body)
    {
        HtmlWriter html = new();
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Raw("<meta name=\"color-scheme\" content=\"light dark\">\n");

        // Nothing is fetched, whatever a name in the table looks like.
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        html.Element("title", title).Line();
        html.Raw("<style>\n").Raw(Resource("page.css")).Raw("</style>\n</head>\n<body>\n");
        html.Raw("<header>\n").Element("h1", title).Line().Element("p", lead, ("class", "lead")).Line().Raw("</header>\n<main>\n");
        body(html);
        html.Raw("</main>\n<footer>Written by NotifierGen.</footer>\n");
        if (script is not null)
        {
            html.Raw("<script>\n").Raw(Resource(script)).Raw("</script>\n");
        }

        return html.Raw("</body>\n</html>\n").ToString();
    }

    /// <summary>A figure above the page's details, with what it counts.</summary>
    public static void Fact(HtmlWriter html, string name, string value, string? kind = null) =>
        html.Open("div", ("class", kind)).Element("dt", name).Element("dd", value).Close("div").Line();

    private static string Resource(string name)
    {
        using Stream stream = typeof(Page).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no resource '{name}'.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
