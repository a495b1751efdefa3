#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Known to the compiler by its name; .NET Standard 2.0 has not got it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
#endif
