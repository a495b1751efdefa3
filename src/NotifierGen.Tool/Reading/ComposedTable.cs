using System.Collections.Immutable;

namespace NotifierGen.Tool.Reading;

/// <summary>A table in call order: an application's, or that of the rows of libraries.</summary>
/// <param name="Name">What it is the table of: a dispatcher's full name, or the names of the libraries.</param>
/// <param name="IsOfDispatcher">Whether it is a dispatcher's.</param>
/// <param name="Rows">The rows in call order.</param>
/// <param name="LeftOut">The rows that have no place, because they wait for each other.</param>
internal sealed record ComposedTable(string Name, bool IsOfDispatcher, ImmutableArray<DeclaredRow> Rows, ImmutableArray<DeclaredRow> LeftOut);
