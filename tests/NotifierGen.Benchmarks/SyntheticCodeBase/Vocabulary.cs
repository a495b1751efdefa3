namespace NotifierGen.Benchmarks.SyntheticCodeBase;

/// <summary>The words of which names are made.</summary>
internal static class Vocabulary
{
    public static readonly string[] Hardware =
    [
        "Uart", "Timer", "Dma", "Gpio", "Spi", "Twi", "Flash", "Ethernet", "Usb", "Pll", "Watchdog", "Interrupt", "Cache", "Bus", "Clock",
        "Sensor", "Display", "Audio", "Can", "Crypto", "Radio", "Storage", "Mailbox", "Rtc", "Adc", "Pwm", "Sdram", "Nand",
    ];

    public static readonly string[] Roles =
    [
        "Controller", "Queue", "Bridge", "Port", "Channel", "Unit", "Monitor", "Arbiter", "Buffer", "Decoder", "Engine", "Sequencer", "Bank", "Block",
    ];

    public static readonly string[] Verbs =
    [
        "Advance", "Refresh", "Compute", "Translate", "Schedule", "Drain", "Latch", "Sample", "Encode", "Poll", "Rebalance", "Accumulate", "Reload",
        "Flush", "Prepare", "Resolve", "Fetch", "Commit",
    ];

    public static readonly string[] Things =
    [
        "Window", "Fifo", "Credits", "Levels", "Frame", "Slots", "Divider", "Prescaler", "Deadline", "Checksum", "Mask", "Burst", "Descriptor",
        "Page", "Transfer", "Line", "Offset", "Threshold",
    ];
}
