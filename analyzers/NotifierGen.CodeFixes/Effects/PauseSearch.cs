using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>
/// Looks for a way to pause the VM that can be written at a place: a <c>[PausesVm]</c> member that returns something to dispose of, of the handler's
/// own object or of what it holds, is given or has at hand.
/// </summary>
internal sealed class PauseSearch
{
    private readonly BoundDocument _document;
    private readonly IMethodSymbol _handler;
    private readonly int _position;
    private readonly ImmutableArray<ISymbol> _assigned;
    private readonly INamedTypeSymbol? _disposable;
    private readonly VmFacts _facts;

    private PauseSearch(BoundDocument document, IMethodSymbol handler, int position, ImmutableArray<ISymbol> assigned)
    {
        _document = document;
        _handler = handler;
        _position = position;
        _assigned = assigned;
        _facts = document.Facts;
        _disposable = document.Model.Compilation.GetTypeByMetadataName("System.IDisposable");
    }

    /// <param name="document">The document.</param>
    /// <param name="handler">The handler around the place.</param>
    /// <param name="position">The place.</param>
    /// <param name="assigned">The locals and parameters that have a value there.</param>
    public static ExpressionSyntax? Find(BoundDocument document, IMethodSymbol handler, int position, ImmutableArray<ISymbol> assigned) =>
        new PauseSearch(document, handler, position, assigned)
            .Candidates()
            .OrderBy(candidate => candidate.MayBeNull)
            .ThenBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Pause.ToString(), StringComparer.Ordinal)
            .FirstOrDefault()
            .Pause;

    private IEnumerable<(ExpressionSyntax Pause, int Distance, bool MayBeNull)> Candidates()
    {
        // A local may hide a member, which is there all the same.
        IEnumerable<ISymbol> visible = _document.Model.LookupSymbols(_position)
            .Concat(_document.Model.LookupSymbols(_position, _handler.ContainingType))
            .Distinct<ISymbol>(SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in visible)
        {
            if (IsPause(symbol) && IsUsable(symbol) && Name(symbol) is { } own)
            {
                yield return (Call(own, symbol), 0, false);
            }

            if (Distance(symbol) is not { } distance || TypeOf(symbol) is not { } type || !IsUsable(symbol) || Name(symbol) is not { } receiver)
            {
                continue;
            }

            foreach (ISymbol member in _document.Model.LookupSymbols(_position, type, includeReducedExtensionMethods: true))
            {
                if (!IsPause(member) || (member.IsStatic && member is not IMethodSymbol { ReducedFrom: not null }))
                {
                    continue;
                }

                bool mayBeNull = MayBeNull(receiver, symbol);
                SimpleNameSyntax name = Written(member.Name);
                ExpressionSyntax pause = mayBeNull
                    ? SyntaxFactory.ConditionalAccessExpression(receiver, Call(SyntaxFactory.MemberBindingExpression(name), member))
                    : Call(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, name), member);
                yield return (pause, distance, mayBeNull);
            }
        }
    }

    // Where the receiver is to be found; what a handler holds is more likely to be its own machine than what it happens to have at hand.
    private static int? Distance(ISymbol symbol) => symbol switch
    {
        IFieldSymbol => 1,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } => 2,
        IParameterSymbol => 3,
        ILocalSymbol => 4,
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    private static SimpleNameSyntax Written(string name) =>
        (SimpleNameSyntax)SyntaxFactory.ParseName(SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name);

    private static ExpressionSyntax Call(ExpressionSyntax member, ISymbol symbol) =>
        symbol is IMethodSymbol ? SyntaxFactory.InvocationExpression(member) : member;

    private bool IsPause(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension, IsGenericMethod: false } method =>
            method.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams) && IsDisposable(method.ReturnType) && Pauses(method),
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => IsDisposable(property.Type) && Pauses(property),
        _ => false,
    };

    private bool Pauses(ISymbol member) => (_facts.Of(member) & MemberEffects.PausesVm) != 0;

    private bool IsDisposable(ITypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type, _disposable)
        || type.AllInterfaces.Contains(_disposable, SymbolEqualityComparer.Default)
        || (type.IsRefLikeType && type.GetMembers("Dispose").Any(member => member is IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false }));

    // The lookup also finds instance members of the types around, locals that are not assigned yet, and what a static handler has no object for.
    private bool IsUsable(ISymbol symbol) => symbol switch
    {
        ILocalSymbol => _assigned.Contains(symbol, SymbolEqualityComparer.Default),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => !_handler.IsStatic,
        IParameterSymbol => _assigned.Contains(symbol, SymbolEqualityComparer.Default),
        { IsStatic: true } => true,
        _ => !_handler.IsStatic && IsOwn(symbol.ContainingType),
    };

    private bool IsOwn(INamedTypeSymbol declaring)
    {
        for (INamedTypeSymbol? type = _handler.ContainingType; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, declaring))
            {
                return true;
            }
        }

        return _handler.ContainingType.AllInterfaces.Contains(declaring, SymbolEqualityComparer.Default);
    }

    // The name, or with `this.` where something nearer has the same one; null if neither leads there.
    private ExpressionSyntax? Name(ISymbol symbol)
    {
        SimpleNameSyntax name = Written(symbol.Name);
        if (LeadsTo(name, symbol))
        {
            return name;
        }

        ExpressionSyntax qualified = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ThisExpression(), name);
        return symbol is { IsStatic: false, ContainingSymbol: INamedTypeSymbol } && LeadsTo(qualified, symbol) ? qualified : null;
    }

    private bool LeadsTo(ExpressionSyntax expression, ISymbol symbol)
    {
        ExpressionSyntax used = Call(expression, symbol);
        return SymbolEqualityComparer.Default.Equals(
            _document.Model.GetSpeculativeSymbolInfo(_position, used, SpeculativeBindingOption.BindAsExpression).Symbol, symbol);
    }

    private bool MayBeNull(ExpressionSyntax receiver, ISymbol symbol)
    {
        NullableFlowState state = _document.Model
            .GetSpeculativeTypeInfo(_position, receiver, SpeculativeBindingOption.BindAsExpression)
            .Nullability
            .FlowState;
        return state == NullableFlowState.MaybeNull
            || (state == NullableFlowState.None && TypeOf(symbol)!.NullableAnnotation == NullableAnnotation.Annotated);
    }
}
