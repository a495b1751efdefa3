using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Pages.Records;

/// <summary>A file is no record of a migration; the message says where and why, in one line.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Internal: thrown by the readers of records only.")]
internal sealed class RecordException(string message, bool isOtherVersion = false) : Exception(message)
{
    /// <summary>Whether it is a record of another version.</summary>
    public bool IsOtherVersion { get; } = isOtherVersion;
}
