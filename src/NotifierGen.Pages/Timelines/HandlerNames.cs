using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>How handlers and their devices are called on a timeline.</summary>
internal static class HandlerNames
{
    /// <summary>The device by its own name, else by its class.</summary>
    public static string Device(RecordedHandler handler) => handler.Device.Length > 0 ? handler.Device : EventNames.ShortName(handler.Class);

    public static string Full(RecordedHandler handler) =>
        $"{EventNames.ShortName(handler.Class)}.{handler.Handler}" + (handler.Device.Length > 0 ? $" of {handler.Device}" : "");
}
