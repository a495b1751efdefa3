using System.Diagnostics.CodeAnalysis;

namespace NotifierGen.Testing;

/// <summary>
/// Every path that a host can take through a migration: each mode, the guest running or paused before, a refusal, a failure, a cancellation or a
/// forgotten session at each step, a VM that will not stop or start, postcopy, background snapshots, checkpoints, and the destination.
/// </summary>
public static class MigrationPaths
{
    private static readonly IReadOnlyList<MigrationPath> s_all = [.. SourcePaths.List(), .. DestinationPaths.List()];

    private static readonly Dictionary<string, MigrationPath> s_byName = s_all.ToDictionary(static path => path.Name, StringComparer.Ordinal);

    /// <summary>All paths, always in the same order.</summary>
    public static IReadOnlyList<MigrationPath> All => s_all;

    /// <summary>
    /// The names of all paths, one an array: data of a parameterised test, for <c>MemberData</c> in xunit, <c>TestCaseSource</c> in NUnit and
    /// <c>DynamicData</c> in MSTest.
    /// </summary>
    /// <returns>An array for each path.</returns>
    [SuppressMessage("Design", "CA1024:Use properties where appropriate", Justification = "An analyzer of xunit (MemberDataShouldReferenceValidMember) throws on properties and fields of other assemblies.")]
    public static IEnumerable<object[]> TheoryData() => s_all.Select(static path => new object[] { path.Name });

    /// <summary>Finds a path.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The path.</returns>
    /// <exception cref="ArgumentException">There is no such path.</exception>
    public static MigrationPath Named(string name) =>
        s_byName.TryGetValue(name ?? throw new ArgumentNullException(nameof(name)), out MigrationPath? path)
            ? path
            : throw new ArgumentException($"There is no path '{name}'. MigrationPaths.All lists them, for example '{s_all[0].Name}'.", nameof(name));

    /// <summary>The paths that are one row of the table of QEMU's 33 source-side paths.</summary>
    /// <param name="row">1 to 33.</param>
    /// <returns>The paths, at least one for each row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not a row.</exception>
    public static IReadOnlyList<MigrationPath> OfQemuRow(int row) => row is >= 1 and <= 33
        ? [.. s_all.Where(path => path.QemuRows.Contains(row))]
        : throw new ArgumentOutOfRangeException(nameof(row), row, "QEMU's table has the rows 1 to 33.");
}
