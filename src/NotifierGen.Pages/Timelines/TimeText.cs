using System.Globalization;

namespace NotifierGen.Pages.Timelines;

/// <summary>Times for people, with three digits that matter.</summary>
internal static class TimeText
{
    private const double Millisecond = 1e3;
    private const double Second = 1e6;

    public static string Of(double microseconds) => microseconds switch
    {
        < Millisecond => $"{Digits(microseconds)} µs",
        < Second => $"{Digits(microseconds / Millisecond)} ms",
        _ => $"{Digits(microseconds / Second)} s",
    };

    /// <summary>A moment of the record, to the millisecond.</summary>
    public static string At(double microseconds) => (microseconds / Second).ToString("0.000", CultureInfo.InvariantCulture) + " s";

    private static string Digits(double value) => value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "#,0", CultureInfo.InvariantCulture);
}
