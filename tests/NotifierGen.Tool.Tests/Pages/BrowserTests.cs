using NotifierGen.Pages.Timelines;
using NotifierGen.Tool.Tests.Harness;
using NotifierGen.Tool.Tests.Timelines;

namespace NotifierGen.Tool.Tests.Pages;

/// <summary>The pages as a browser shows them. NOTIFIERGEN_SCREENSHOTS names a folder for what they look like.</summary>
public sealed class BrowserTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Chromium? _browser = Chromium.Find() is { } program ? new Chromium(program) : null;

    private Chromium Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, "No Chromium is installed.");
            return _browser;
        }
    }

    public void Dispose()
    {
        _browser?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void TheTableReadsWellOnEveryScreen()
    {
        Chromium browser = Browser;
        string page = _folder.File("table.html");
        ToolRun.Of("table", SampleFiles.Emulator, "-o", page).Succeeded();

        foreach ((int width, bool isDark) in Screens())
        {
            Open(browser, page, width, isDark);

            string[] rows = [.. SampleFiles.EmulatorTable().TrimEnd('\n').Split('\n').Skip(2).Select(row => string.Join('|', row.Split('|').Skip(1).Take(2).Select(cell => cell.Trim())))];
            Assert.Equal(string.Join('\n', rows), browser.Evaluate<string>(
                "[...document.querySelectorAll('tr[data-text]')].map(row => row.querySelector('th').textContent + '|' + row.querySelector('code').textContent).join('\\n')"));
            Assert.Equal(rows.Length, browser.Evaluate<int>("[...document.querySelectorAll('tr[data-text]')].filter(row => row.getBoundingClientRect().height > 0).length"));
            CheckLayout(browser, width, isDark);
        }
    }

    [Fact]
    public void TheTableCanBeFilteredWithTheKeyboard()
    {
        Chromium browser = Browser;
        string page = _folder.File("table.html");
        ToolRun.Of("table", SampleFiles.Emulator, "-o", page).Succeeded();
        browser.Open(page, 1400, isDark: false);
        const string Shown = "[...document.querySelectorAll('tr[data-text]')].filter(row => row.getBoundingClientRect().height > 0)";

        browser.Evaluate<bool>("(form => { form.elements.text.value = 'vfio run'; form.dispatchEvent(new Event('input', { bubbles: true })); return true; })(document.querySelector('.filter'))");
        Assert.True(browser.Evaluate<bool>($"{Shown}.length > 0 && {Shown}.every(row => /vfio/i.test(row.textContent) && /run/i.test(row.textContent))"));

        browser.Evaluate<bool>("(form => { form.elements.text.value = ''; form.elements.mode.value = 'CprReboot'; form.dispatchEvent(new Event('input', { bubbles: true })); return true; })(document.querySelector('.filter'))");
        int rebooting = SampleFiles.EmulatorTable().Split('\n').Count(row => row.Contains("| All |", StringComparison.Ordinal) || row.Contains("CprReboot", StringComparison.Ordinal));
        Assert.InRange(rebooting, 1, SampleFiles.EmulatorRows() - 1);
        Assert.Equal(rebooting, browser.Evaluate<int>($"{Shown}.length"));
        Assert.Equal($"{rebooting} of {SampleFiles.EmulatorRows()} rows", browser.Evaluate<string>("document.querySelector('output').value"));
        Assert.Equal("text", browser.Evaluate<string>("(document.querySelector('.filter input').focus(), document.activeElement.name)"));
        Assert.Empty(browser.Errors());
    }

    [Theory]
    [InlineData("timeline", 5)]
    [InlineData("postcopy", 3)]
    public void TheTimelineReadsWellOnEveryScreen(string name, int drawings)
    {
        Chromium browser = Browser;
        string page = _folder.Write($"{name}.html", TimelinePage.Write(name == "postcopy" ? Records.BrokenPostcopy : Records.Failed));

        foreach ((int width, bool isDark) in Screens())
        {
            Open(browser, page, width, isDark);

            Assert.Equal(drawings, browser.Evaluate<int>("document.querySelectorAll('svg').length"));
            Assert.True(browser.Evaluate<bool>("[...document.querySelectorAll('svg rect')].every(bar => bar.getBoundingClientRect().height > 0)"));
            Assert.True(
                browser.Evaluate<bool>("[...document.querySelectorAll('svg text')].every(text => text.getBoundingClientRect().right <= innerWidth && text.getBoundingClientRect().left >= 0)"),
                $"At {width} pixels text of a drawing is cut off.");
            CheckLayout(browser, width, isDark);
        }
    }

    private static IEnumerable<(int Width, bool IsDark)> Screens() => [(400, false), (400, true), (1400, false), (1400, true)];

    private static void Open(Chromium browser, string page, int width, bool isDark)
    {
        browser.Open(page, width, isDark);
        if (Environment.GetEnvironmentVariable("NOTIFIERGEN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            string name = $"{Path.GetFileNameWithoutExtension(page)}-{width}-{(isDark ? "dark" : "light")}.png";
            File.WriteAllBytes(Path.Combine(folder, name), browser.Screenshot());
        }
    }

    /// <summary>No script error, nothing loaded from elsewhere, nothing beside the screen, text that can be read.</summary>
    private static void CheckLayout(Chromium browser, int width, bool isDark)
    {
        Assert.Empty(browser.Errors());
        Assert.Equal(0, browser.Evaluate<int>("performance.getEntriesByType('resource').length"));
        Assert.InRange(browser.Evaluate<int>("document.documentElement.scrollWidth"), 1, width);
        Assert.True(browser.Evaluate<double>("Math.min(...[...document.querySelectorAll('td, th, p, dt, dd, svg text, summary')].map(each => parseFloat(getComputedStyle(each).fontSize)))") >= 11.5);
        Assert.True(
            browser.Evaluate<double>(LowestContrast) >= 4.5,
            $"At {width} pixels, {(isDark ? "dark" : "light")}: {browser.Evaluate<double>(LowestContrast)}");
        double paper = browser.Evaluate<double>($"({Luminance})(getComputedStyle(document.body).backgroundColor)");
        Assert.True(isDark ? paper < .1 : paper > .9);
    }

    private const string Luminance =
        "(colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; })";

    /// <summary>Of text against what is behind it, as WCAG counts it.</summary>
    private const string LowestContrast =
        $$"""
        (() => {
          const luminance = {{Luminance}};
          const behind = each => { for (; each; each = each.parentElement) { const colour = getComputedStyle(each).backgroundColor; if (!/, 0\)$|transparent/.test(colour)) return colour; } return 'rgb(255,255,255)'; };
          let lowest = 21;
          for (const each of document.querySelectorAll('h1, h2, p, dt, dd, td, th, .chip, .space, code, summary, figcaption, li, text, tspan, footer')) {
            const style = getComputedStyle(each);
            const a = luminance(each instanceof SVGElement ? style.fill : style.color), b = luminance(behind(each instanceof SVGElement ? each.closest('figure') : each));
            lowest = Math.min(lowest, (Math.max(a, b) + .05) / (Math.min(a, b) + .05));
          }
          return lowest;
        })()
        """;
}
