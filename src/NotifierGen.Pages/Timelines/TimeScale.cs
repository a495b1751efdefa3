using System.Globalization;

namespace NotifierGen.Pages.Timelines;

/// <summary>Where on a drawing a time is, in per cent of its width: so a drawing is as wide as its page, and its text stays as large.</summary>
/// <param name="From">The time at the left end.</param>
/// <param name="To">The time at the right end.</param>
internal readonly record struct TimeScale(double From, double To)
{
    private const int MostTicks = 5;

    public double Length => Math.Max(To - From, 1);

    public string At(double time) => Percent(Part(time));

    /// <summary>The width of a span; what lies outside is cut off.</summary>
    public string Width(double from, double to) => Percent(Math.Max(Part(to) - Part(from), 0));

    /// <summary>Round times between the ends, a few of them.</summary>
    public IEnumerable<double> Ticks()
    {
        double step = Step(Length);
        for (int i = 0; i * step <= Length * 1.0001; i++)
        {
            yield return i * step;
        }
    }

    private static double Step(double length)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(length / MostTicks)));
        foreach (double factor in (double[])[1, 2, 5])
        {
            if (length / (power * factor) <= MostTicks)
            {
                return power * factor;
            }
        }

        return power * 10;
    }

    private double Part(double time) => Math.Clamp((time - From) / Length, 0, 1);

    private static string Percent(double part) => (part * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
