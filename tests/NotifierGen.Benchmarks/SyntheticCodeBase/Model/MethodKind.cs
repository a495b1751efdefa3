namespace NotifierGen.Benchmarks.SyntheticCodeBase.Model;

/// <summary>What a method looks like to its caller.</summary>
internal enum MethodKind
{
    /// <summary><c>int M(int value, int count)</c>.</summary>
    Numeric,

    /// <summary><c>int M { get; set; }</c> with bodies.</summary>
    Accessor,

    /// <summary><c>string M(string text, int count)</c>.</summary>
    Text,

    /// <summary><c>int M(IReadOnlyList&lt;int&gt; source, int count)</c>.</summary>
    Query,

    /// <summary><c>IEnumerable&lt;int&gt; M(int value, int count)</c>, an iterator.</summary>
    Sequence,

    /// <summary><c>T M&lt;T&gt;(T item, int count)</c>.</summary>
    Generic,

    /// <summary><c>async Task&lt;int&gt; M(int value, int count)</c>.</summary>
    Asynchronous,
}
