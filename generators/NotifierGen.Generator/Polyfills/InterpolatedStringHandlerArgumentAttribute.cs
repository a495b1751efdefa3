namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants to see for an interpolated string that is not to become a string, and .NET Standard 2.0 has not.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class InterpolatedStringHandlerArgumentAttribute(string argument) : Attribute
{
    public string[] Arguments { get; } = [argument];
}
