namespace NotifierGen;

/// <summary>A delegate that the method calls, if at all, before it returns. Read by the analyzer; inherited by overrides and implementations.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InvokedInPlaceAttribute : Attribute;
