namespace NotifierGen.Benchmarks.Dispatch.Devices;

/// <summary>Eight device classes, half of which handle Failed, and what a host could write by hand for them. A struct, so that nothing stands between the benchmark and the calls.</summary>
/// <typeparam name="TSelf">The board itself.</typeparam>
public interface IBoard<TSelf>
    where TSelf : struct, IBoard<TSelf>
{
    /// <summary>The phase of the Failed handlers: each board has one of its own, so that no table has rows of the other.</summary>
    static abstract Phase Phase { get; }

    /// <summary>Makes a device of the class whose turn it is.</summary>
    static abstract IBoardDevice Create(int number);

    /// <summary>Makes the board of these devices.</summary>
    static abstract TSelf Of(IBoardDevice[] devices);

    /// <summary>The limit: direct calls over typed arrays, with no promise but the order.</summary>
    void FailAll(in MigrationContext context);
}
