using System.Globalization;
using Devices;

namespace Emulator.Presentation;

/// <summary>What each handler of a step cost, the dearest first.</summary>
internal static class HandlerTimes
{
    /// <summary>Where the text beside the figure begins.</summary>
    public const int Margin = 15;

    public static IEnumerable<string> Draw(IReadOnlyList<HandlerTiming> timings)
    {
        if (timings.Count == 0)
        {
            return [];
        }

        double total = timings.Sum(static timing => timing.Elapsed.TotalMicroseconds);
        string head = string.Create(CultureInfo.InvariantCulture, $"handlers: {total:F0} us");
        return timings.OrderByDescending(static timing => timing.Elapsed).Select(Line).Prepend(head);
    }

    private static string Line(HandlerTiming timing)
    {
        string type = timing.Row.Device[(timing.Row.Device.LastIndexOf('.') + 1)..];
        string of = timing.Device is IDevice device ? $" of {device.Name}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"  {timing.Elapsed.TotalMicroseconds,8:F0} us  {type}.{timing.Row.Handler}{of}, {timing.Row.Event}, {timing.Row.Phase}");
    }
}
