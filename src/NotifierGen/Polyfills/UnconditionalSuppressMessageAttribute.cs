#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Read by the trimmer of newer frameworks only; .NET Standard 2.0 has not got it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class UnconditionalSuppressMessageAttribute(string category, string checkId) : Attribute
{
    public string Category { get; } = category;

    public string CheckId { get; } = checkId;

    public string? Justification { get; set; }
}
#endif
