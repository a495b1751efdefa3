using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>The table of framework methods that take delegates. What is not in it may call its delegate, keep it, or both.</summary>
internal static class DelegateUses
{
    // Operators of System.Linq.Enumerable that enumerate before they return.
    private static readonly HashSet<string> s_terminal = new(StringComparer.Ordinal)
    {
        "Aggregate", "AggregateBy", "All", "Any", "Average", "Contains", "Count", "CountBy", "ElementAt", "ElementAtOrDefault", "First", "FirstOrDefault",
        "Last", "LastOrDefault", "LongCount", "Max", "MaxBy", "Min", "MinBy", "SequenceEqual", "Single", "SingleOrDefault", "Sum", "ToArray",
        "ToDictionary", "ToHashSet", "ToList", "ToLookup",
    };

    // Those that ask their source for an element, do something with it, and hand it on before they ask for the next one, to the end.
    private static readonly HashSet<string> s_streams = new(StringComparer.Ordinal)
    {
        "Cast", "Distinct", "DistinctBy", "Index", "OfType", "Select", "Skip", "SkipWhile", "Where",
    };

    private static readonly HashSet<string> s_inPlaceOwners = new(StringComparer.Ordinal)
    {
        "System.Array", "System.MemoryExtensions", "System.Span", "System.String", "System.Threading.Tasks.Parallel", "System.Threading.Interlocked",
        "System.Threading.LazyInitializer", "System.Threading.SpinWait", "System.Threading.Volatile", "System.Buffers.SpanAction",
        "System.Collections.Generic.List", "System.Collections.Generic.Dictionary", "System.Collections.Generic.HashSet",
        "System.Collections.Generic.SortedSet", "System.Collections.Generic.LinkedList", "System.Collections.Generic.CollectionExtensions",
        "System.Collections.Concurrent.ConcurrentDictionary", "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Immutable.ImmutableInterlocked", "System.Runtime.CompilerServices.RuntimeHelpers", "System.Linq.ImmutableArrayExtensions",
        "System.Runtime.CompilerServices.ConditionalWeakTable", "System.Text.StringBuilder", "System.Collections.Frozen.FrozenDictionary",
    };

    private static readonly HashSet<string> s_laterOwners = new(StringComparer.Ordinal)
    {
        "System.Threading.ThreadPool", "System.Threading.Timer", "System.Timers.Timer", "System.Threading.SynchronizationContext",
        "System.Threading.CancellationToken", "System.Threading.CancellationTokenRegistration", "System.Windows.Threading.Dispatcher",
        "System.Windows.Forms.Control", "System.Runtime.CompilerServices.TaskAwaiter", "System.AppDomain", "System.Progress",
        "System.Threading.RegisteredWaitHandle", "System.Threading.PeriodicTimer", "System.IO.FileSystemWatcher",
    };

    public static DelegateUse Of(IMethodSymbol method)
    {
        INamedTypeSymbol? type = method.ContainingType;
        if (type is null)
        {
            return DelegateUse.Unknown;
        }

        string owner = FullName(type);
        switch (owner)
        {
            case "System.Linq.Enumerable":
            case "System.Linq.ParallelEnumerable":
                return s_terminal.Contains(method.Name) || method.Name == "ForAll" ? DelegateUse.InPlace : DelegateUse.Lazy;

            case "System.Linq.Queryable":
                return DelegateUse.Lazy;

            case "System.Lazy":
            case "System.Threading.ThreadLocal":
            case "System.Threading.Thread":
                return DelegateUse.Lazy;

            case "System.Threading.Tasks.Task":
            case "System.Threading.Tasks.TaskFactory":
                return method.Name switch
                {
                    "Run" or "StartNew" => DelegateUse.Started,
                    _ when method.MethodKind == MethodKind.Constructor => DelegateUse.Lazy,
                    _ => DelegateUse.Later,
                };
        }

        return s_inPlaceOwners.Contains(owner) && method.MethodKind != MethodKind.Constructor ? DelegateUse.InPlace
            : s_laterOwners.Contains(owner) ? DelegateUse.Later
            : DelegateUse.Unknown;
    }

    /// <summary>Whether a query takes turns with its source, as its consumer does with it.</summary>
    public static bool Streams(IMethodSymbol method) => s_streams.Contains(method.Name) && FullName(method.ContainingType) == "System.Linq.Enumerable";

    /// <summary>Whether a method without source puts what its delegate returns into a collection.</summary>
    public static bool KeepsWhatIsMade(IMethodSymbol method) => method.Name is "GetOrAdd" or "AddOrUpdate"
        && FullName(method.ContainingType) is "System.Collections.Concurrent.ConcurrentDictionary" or "System.Collections.Immutable.ImmutableInterlocked";

    /// <summary>Whether a method without source enumerates a sequence it is given before it returns.</summary>
    public static bool Enumerates(IMethodSymbol method) => FullName(method.ContainingType) switch
    {
        "System.Linq.Enumerable" => s_terminal.Contains(method.Name),
        "System.String" => true,
        "System.Collections.Generic.List" or "System.Collections.Generic.HashSet" or "System.Collections.Generic.Queue" or "System.Collections.Generic.Stack" => true,
        "System.Collections.Immutable.ImmutableArray" or "System.Collections.Immutable.ImmutableList" => true,
        _ => false,
    };

    private static string FullName(INamedTypeSymbol type)
    {
        string name = type.Name;
        for (INamespaceSymbol? scope = type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            name = scope.Name + "." + name;
        }

        return name;
    }
}
