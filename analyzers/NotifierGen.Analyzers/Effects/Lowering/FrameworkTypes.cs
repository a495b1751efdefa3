using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Tells the types of the framework whose values the analysis follows.</summary>
internal sealed class FrameworkTypes(Compilation compilation)
{
    private readonly INamedTypeSymbol? _disposable = compilation.GetSpecialType(SpecialType.System_IDisposable);
    /// <summary>The kind of collection expressions, which has no name before Roslyn 4.9.</summary>
    public const OperationKind CollectionExpression = (OperationKind)127;

    /// <summary>The kind of the elements of another collection in one.</summary>
    public const OperationKind Spread = (OperationKind)128;

    private readonly INamedTypeSymbol? _formattable = compilation.GetTypeByMetadataName("System.IFormattable");
    private readonly INamedTypeSymbol? _asyncDisposable = compilation.GetTypeByMetadataName("System.IAsyncDisposable");

    public static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate };

    /// <summary>Whether enumerating a value of the type may run code that was not run before: an interface, not a collection.</summary>
    public static bool IsLazySequence(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named
        && named.Name is "IEnumerable" or "IEnumerator" or "IAsyncEnumerable" or "IAsyncEnumerator" or "IOrderedEnumerable" or "IQueryable" or "IGrouping";

    public static bool IsTask(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };

    private static readonly HashSet<string> s_taskTypes = new(StringComparer.Ordinal)
    {
        "TaskAwaiter", "ValueTaskAwaiter", "ConfiguredTaskAwaiter", "ConfiguredValueTaskAwaiter", "ConfiguredTaskAwaitable", "ConfiguredValueTaskAwaitable", "TaskExtensions",
    };

    /// <summary>Whether a type is a task, or awaits one.</summary>
    public static bool IsOfTasks(ITypeSymbol? type) =>
        IsTask(type) || (type is INamedTypeSymbol { ContainingNamespace.Name: "CompilerServices" or "Tasks" } && s_taskTypes.Contains(type.Name));

    /// <summary>Whether a value of the type may run code, end a scope, or hold what does.</summary>
    public bool IsFollowed(ITypeSymbol? type) => type switch
    {
        null or { SpecialType: SpecialType.System_String } => false,
        IArrayTypeSymbol array => IsDelegate(array.ElementType) || IsLazySequence(array.ElementType),
        _ => IsDelegate(type) || IsLazySequence(type) || IsTask(type) || type.Name is "Lazy" or "Thread" || IsDisposable(type),
    };

    /// <summary>The method of a type that makes formatted text of it, if the type has one.</summary>
    public IMethodSymbol? FormattedText(ITypeSymbol type)
    {
        if (_formattable is null || type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || !type.AllInterfaces.Contains(_formattable, SymbolEqualityComparer.Default))
        {
            return null;
        }

        return type.FindImplementationForInterfaceMember(_formattable.GetMembers()[0]) as IMethodSymbol;
    }

    /// <summary>Whether a value of the type may hold a pausing scope.</summary>
    public bool IsDisposable(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: not SpecialType.None and not SpecialType.System_IDisposable } or IArrayTypeSymbol)
        {
            return false;
        }

        return Is(type, _disposable) || Is(type, _asyncDisposable) || Implements(type);
    }

    private bool Implements(ITypeSymbol type)
    {
        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (Is(implemented, _disposable) || Is(implemented, _asyncDisposable))
            {
                return true;
            }
        }

        // A ref struct is disposed of by its shape.
        return type.IsRefLikeType && type.GetMembers(WellKnownMembers.Dispose).Length > 0;
    }

    /// <summary>Whether a value of the type is the state itself and no copy: who keeps it can touch the state later.</summary>
    public static bool IsView(ITypeSymbol? type) => type is IArrayTypeSymbol or IPointerTypeSymbol
        || type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether a value of the type is a view, or may hold some.</summary>
    public static bool MayHoldView(ITypeSymbol? type) => IsView(type) || HoldsViews(type);

    /// <summary>Whether a value of the type is no view itself, but may hold some: an array, tuple, collection or task of views.</summary>
    public static bool HoldsViews(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => MayHoldView(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named => ((named.IsTupleType || IsCollection(named) || IsOfTasks(named)) && named.TypeArguments.Any(MayHoldView))
            || (named.ContainingType is { } around && IsOfTasks(named) && HoldsViews(around)),
        _ => false,
    };

    /// <summary>Whether what a method returns may be looked at as a view: numbers and structs of them, as registers are.</summary>
    public static bool MayReturnView(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType: { } element } && !MayHoldView(element)
        ? element.IsUnmanagedType
        : MayHoldView(type);

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Generic" or "Concurrent" or "Immutable", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } };

    /// <summary>Whether constants of the type are followed into callees that branch on them.</summary>
    public static bool IsBranchedOn(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };

    private static bool Is(ITypeSymbol type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);
}
