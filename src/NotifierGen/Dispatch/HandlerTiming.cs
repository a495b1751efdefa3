using System.Diagnostics.CodeAnalysis;

namespace NotifierGen;

/// <summary>How long one handler took for one device.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A measurement is read, never compared.")]
public readonly struct HandlerTiming
{
    internal HandlerTiming(object? device, in NotifierRow row, TimeSpan elapsed)
    {
        Device = device;
        Row = row;
        Elapsed = elapsed;
    }

    /// <summary>The device; null for a static handler.</summary>
    public object? Device { get; }

    /// <summary>The row that called the handler: its class, name, event, phase and budget.</summary>
    public NotifierRow Row { get; }

    /// <summary>How long the handler ran, also if it threw.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Whether it took longer than the row's <see cref="NotifierRow.BudgetMicroseconds"/>.</summary>
    public bool IsOverBudget => Row.BudgetMicroseconds > 0 && Elapsed > TimeSpan.FromTicks(Row.BudgetMicroseconds * (TimeSpan.TicksPerMillisecond / 1000));
}
