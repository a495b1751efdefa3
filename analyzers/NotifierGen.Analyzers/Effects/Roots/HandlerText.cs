using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Roots;

/// <summary>
/// Tells by the text of a file, before anything of it is bound, that it declares no handler. So a code base of any size costs next to nothing as long
/// as it has none.
/// </summary>
internal sealed class HandlerText
{
    private const string AttributeName = "OnMigrationEvent";

    private static readonly ConditionalWeakTable<SyntaxTree, object> s_named = new();
    private static readonly object s_yes = new();
    private static readonly object s_no = new();

    private readonly Compilation _compilation;
    private readonly bool _hasAlias;

    private HandlerText(Compilation compilation, bool hasAlias)
    {
        _compilation = compilation;
        _hasAlias = hasAlias;
    }

    /// <summary>Null if the compilation has no handlers, and cannot override any.</summary>
    public static HandlerText? Of(Compilation compilation, CancellationToken cancellationToken)
    {
        bool isNamed = false;
        bool hasAlias = false;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsNamed(tree))
            {
                isNamed = true;
                hasAlias |= HasGlobalAlias(tree, cancellationToken);
            }
        }

        return isNamed || ReferencesHandlers(compilation) ? new HandlerText(compilation, hasAlias) : null;
    }

    /// <summary>False: a type certainly declares no handlers.</summary>
    public bool MayHaveHandlers(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.Length == 0)
        {
            return ReferencesRuntime(type.ContainingAssembly);
        }

        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (_hasAlias || !_compilation.ContainsSyntaxTree(reference.SyntaxTree) || IsNamed(reference.SyntaxTree))
            {
                return true;
            }
        }

        return false;
    }

    // A base class or interface of another assembly may have handlers that are overridden here.
    private static bool ReferencesHandlers(Compilation compilation)
    {
        foreach (MetadataReference reference in compilation.References)
        {
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly && ReferencesRuntime(assembly))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReferencesRuntime(IAssemblySymbol? assembly) =>
        assembly is not null && assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static referenced => referenced.Name == "NotifierGen"));

    private static bool IsNamed(SyntaxTree tree) => ReferenceEquals(s_named.GetValue(tree, static key => Contains(key.GetText()) ? s_yes : s_no), s_yes);

    private static bool HasGlobalAlias(SyntaxTree tree, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit
        && unit.Usings.Any(static directive => directive.Alias is not null && directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    private static bool Contains(SourceText text)
    {
        const int size = 16 * 1024;
        char[] buffer = new char[size];
        for (int start = 0; start < text.Length; start += size - AttributeName.Length)
        {
            int length = Math.Min(size, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            if (buffer.AsSpan(0, length).IndexOf(AttributeName.AsSpan()) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
