namespace NotifierGen.Generator;

/// <summary>The names under which the driver tracks the steps of the pipeline.</summary>
internal static class Steps
{
    public const string Source = nameof(Source);
    public const string Handlers = nameof(Handlers);
    public const string Devices = nameof(Devices);
    public const string RowClasses = nameof(RowClasses);
    public const string Dispatchers = nameof(Dispatchers);
    public const string OwnRows = nameof(OwnRows);
    public const string ReferencedRows = nameof(ReferencedRows);
    public const string Table = nameof(Table);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Source, Handlers, Devices, RowClasses, Dispatchers, OwnRows, ReferencedRows, Table];
}
