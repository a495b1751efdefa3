using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Constructors and initialisers.</content>
internal sealed partial class BodyLowering
{
    /// <summary>A constructor: initialisers, the base's constructor, then its own body. A type stands for the constructor that it declares itself.</summary>
    public void LowerConstructor(SyntaxNode node, IOperation? operation)
    {
        var constructor = operation as IConstructorBodyOperation;
        bool callsOther = constructor?.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { } called } }
            && SymbolEqualityComparer.Default.Equals(called.ContainingType, scope.Symbol?.ContainingType);
        INamedTypeSymbol? type = scope.Symbol as INamedTypeSymbol ?? scope.Symbol?.ContainingType;
        bool isStatic = scope.Symbol is IMethodSymbol { IsStatic: true };
        if (type is not null && !callsOther && !isStatic)
        {
            EmitInitialisers(type, node);

            if (constructor?.Initializer is null)
            {
                EmitBaseConstructor(type, node);
            }
        }

        if (callsOther || !_services.Is(AnalysisVariant.BaseConstructorsSkipped))
        {
            Visit(constructor?.Initializer);
        }

        Visit((IOperation?)constructor?.BlockBody ?? constructor?.ExpressionBody);
        Finish();
    }

    private void EmitInitialisers(INamedTypeSymbol type, SyntaxNode node)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, IsConst: false, IsImplicitlyDeclared: false } or IPropertySymbol { IsStatic: false }
                && InitialiserSyntax.IsInitialised(member)
                && _services.Files.KeyOf(member) is { } key)
            {
                Emit(new Effect.Call(node.Span, [new CallTarget(MemberName.Of(member), key)], [], CallMode.Blocked));
            }
        }
    }

    private void EmitBaseConstructor(INamedTypeSymbol type, SyntaxNode node)
    {
        if (InitialiserSyntax.PrimaryBase(node) is { } written && scope.Model?.GetOperation(written) is IInvocationOperation called)
        {
            Drop(called);
            return;
        }

        IMethodSymbol? implied = type.BaseType?.InstanceConstructors.FirstOrDefault(static constructor => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));
        if (implied is not null && _services.Targets.Direct(implied) is { } target)
        {
            Emit(new Effect.Call(node.Span, [target], [], CallMode.Blocked));
        }
    }

    private void LowerInitializer(ISymbolInitializerOperation initializer)
    {
        if (initializer.Value is not { } value || Track(value) is not { } tracked)
        {
            return;
        }

        ISymbol? target = initializer switch
        {
            IFieldInitializerOperation field => field.InitializedFields.FirstOrDefault(),
            IPropertyInitializerOperation property => property.InitializedProperties.FirstOrDefault(),
            _ => null,
        };
        Store(value, target, tracked);
    }
}
