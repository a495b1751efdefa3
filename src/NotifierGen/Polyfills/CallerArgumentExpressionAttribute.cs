#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>Known to the compiler by its name; .NET Standard 2.0 has not got it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
{
    public string ParameterName { get; } = parameterName;
}
#endif
