#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Read by the trimmer of newer frameworks only; .NET Standard 2.0 has not got it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Class)]
internal sealed class RequiresUnreferencedCodeAttribute(string message) : Attribute
{
    public string Message { get; } = message;
}
#endif
