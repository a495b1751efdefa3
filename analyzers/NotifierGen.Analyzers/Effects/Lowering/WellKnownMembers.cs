namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Names that the language itself calls.</summary>
internal static class WellKnownMembers
{
    public const string Dispose = "Dispose";
    public const string DisposeAsync = "DisposeAsync";
    public const string Invoke = "Invoke";
    public const string ToText = "ToString";
}
