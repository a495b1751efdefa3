namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>Loops whose turns the monitor runs one after another.</summary>
public static class Parallel
{
    public static void For(int fromInclusive, int toExclusive, Action<int> body)
    {
        for (int i = fromInclusive; i < toExclusive; i++)
        {
            body(i);
        }
    }

    public static void Invoke(params Action[] actions)
    {
        foreach (Action action in actions)
        {
            action();
        }
    }
}
