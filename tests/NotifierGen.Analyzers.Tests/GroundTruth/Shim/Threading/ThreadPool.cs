namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim.Threading;

/// <summary>The pool of the monitor: a queue.</summary>
public static class ThreadPool
{
    public static bool QueueUserWorkItem(Action<object?> callBack)
    {
        Execution.Current.Accept(() => callBack(null));
        return true;
    }
}
