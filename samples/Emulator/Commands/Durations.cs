using System.CommandLine;
using Emulator.Migration.Wire;

namespace Emulator.Commands;

/// <summary>Durations as options give them.</summary>
internal static class Durations
{
    /// <summary>The option for the longest that one section of a migration stream may take.</summary>
    public static Option<double?> SectionTimeout() => new("--section-timeout")
    {
        Description = $"After how many seconds a section of the stream, or an answer, has to be whole; {SectionClock.DefaultLimit.TotalSeconds} by default.",
    };

    /// <summary>Reads an option of seconds.</summary>
    /// <returns>The duration; <see langword="null"/> where none was given.</returns>
    /// <exception cref="CommandException">It is none, or too long to be meant.</exception>
    public static TimeSpan? Of(ParseResult parsed, Option<double?> option)
    {
        const double Longest = 86_400;
        double? seconds = parsed.GetValue(option);
        return seconds switch
        {
            null => null,
            >= 0 and <= Longest => TimeSpan.FromSeconds(seconds.Value),
            _ => throw new CommandException($"{option.Name} {seconds}: 0 to {Longest} seconds are possible"),
        };
    }
}
