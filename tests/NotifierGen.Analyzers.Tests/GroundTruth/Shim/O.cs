using NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>
/// The oracle: what generated programs ask whenever it is not the program that decides. Its answers are the bits of the input. To the analysis these
/// are members without source and facts.
/// </summary>
public static class O
{
    public static bool Bit(int site) => Execution.Current.Decide(site);

    /// <summary>Lets a value take part in a condition without deciding it.</summary>
    public static bool Bit(int site, int value) => Execution.Current.Decide(site + (value & 0));

    public static int Number(int site) => Execution.Current.Decide(site) ? 1 : 0;

    /// <summary>0, 1 or 2.</summary>
    public static int Choice(int site) => Execution.Current.Decide(site) ? 2 : Number(site + 1);

    /// <summary>Some numbers, or none.</summary>
    public static int[] Some(int site) => !Fuel(site) ? [] : !Fuel(site + 1) ? [1] : [1, 2];

    /// <summary>The item a few times, or not at all.</summary>
    public static T[] Many<T>(int site, T item) => !Fuel(site) ? [] : !Fuel(site + 1) ? [item] : [item, item];

    public static int? Maybe(int site) => Execution.Current.Decide(site) ? 1 : null;

    /// <summary>A bit that is true a few times at most: whether a loop or a recursion goes on.</summary>
    public static bool Fuel(int site) => Execution.Current.DecideWithFuel(site);

    public static Exception Error(int site) => Execution.Current.Decide(site) ? new OtherProbeException() : new ProbeException();

    public static int Use(int value) => Execution.Current.Use(value);

    public static void Set(out int target) => target = Execution.Current.Use(0);

    public static T Pick<T>(int site, T first, T second) => Execution.Current.Decide(site) ? first : second;

    /// <summary>A method that may call what it is given, keep it, or both.</summary>
    public static void Unknown(int site, Action callback)
    {
        Execution execution = Execution.Current;
        if (execution.Decide(site))
        {
            callback();
        }

        if (execution.Decide(site + 1))
        {
            execution.Defer(callback);
        }
    }

    /// <summary>Something to await that may be there already.</summary>
    public static Pending Pending(int site) => new(Execution.Current.Decide(site));

    /// <summary>Says which statement of the handler is being executed.</summary>
    public static void At(int statement) => Execution.Current.Enter(statement);

    /// <summary>Says that an object exists whose fields somebody may use later.</summary>
    public static void Born(object created) => Execution.Current.Born(created);
}
