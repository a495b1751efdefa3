using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers;

/// <summary>Walks over the types of an assembly. Not cheap: only for what cannot be told from the symbol at hand.</summary>
internal static class SourceSymbols
{
    /// <summary>Every type of the assembly, nested ones too.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(assembly.GlobalNamespace);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            INamespaceOrTypeSymbol current = open.Pop();
            if (current is INamedTypeSymbol type)
            {
                yield return type;
                foreach (INamedTypeSymbol nested in type.GetTypeMembers())
                {
                    open.Push(nested);
                }

                continue;
            }

            foreach (INamespaceOrTypeSymbol member in ((INamespaceSymbol)current).GetMembers())
            {
                open.Push(member);
            }
        }
    }

    /// <summary>Every handler that the compilation declares, sorted by file and position.</summary>
    public static List<IMethodSymbol> Handlers(Compilation compilation, CancellationToken cancellationToken)
    {
        var handlers = new List<IMethodSymbol>();
        foreach (INamedTypeSymbol type in Types(compilation.Assembly, cancellationToken))
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && HandlerRules.IsHandler(method))
                {
                    handlers.Add(method);
                }
            }
        }

        handlers.Sort(static (left, right) => Compare(left.Locations[0], right.Locations[0]));
        return handlers;
    }

    /// <summary>Whether an assembly has a <c>[DispatchTable]</c> class.</summary>
    public static bool HasDispatcher(IAssemblySymbol assembly, CancellationToken cancellationToken)
    {
        foreach (INamedTypeSymbol type in Types(assembly, cancellationToken))
        {
            if (type.TypeKind == TypeKind.Class && DispatcherRules.IsDispatcher(type))
            {
                return true;
            }
        }

        return false;
    }

    private static int Compare(Location left, Location right)
    {
        int file = string.CompareOrdinal(left.SourceTree?.FilePath, right.SourceTree?.FilePath);
        return file != 0 ? file : left.SourceSpan.CompareTo(right.SourceSpan);
    }
}
