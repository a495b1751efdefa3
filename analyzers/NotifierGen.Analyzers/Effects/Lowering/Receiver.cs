using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What is known of the object that a member is called on.</summary>
/// <param name="Type">Its type, as narrow as it is known; null if the member is static.</param>
/// <param name="IsVirtual">Whether an override may run.</param>
/// <param name="IsExact">Whether it is of this type and no derived one.</param>
/// <param name="IsThere">Whether it is certainly not null.</param>
internal readonly record struct Receiver(ITypeSymbol? Type, bool IsVirtual, bool IsExact = false, bool IsThere = false)
{
    public static Receiver None => default;

    /// <summary>The receiver of a member that is named in the source.</summary>
    /// <param name="instance">The expression before the dot.</param>
    /// <param name="member">The member.</param>
    /// <param name="scope">Knows what locals hold.</param>
    public static Receiver Of(IOperation? instance, IMethodSymbol member, MemberScope scope)
    {
        if (instance is null)
        {
            // A static abstract member is called on a type parameter.
            return new Receiver(null, member.IsAbstract || member.IsVirtual);
        }

        ITypeSymbol? type = instance.Type;
        while (instance is IConversionOperation { OperatorMethod: null, Conversion: { IsImplicit: true, IsReference: true } or { IsIdentity: true } } conversion)
        {
            instance = conversion.Operand;
            type = instance.Type ?? type;
        }

        return instance switch
        {
            IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } => new Receiver(type, IsVirtual: false, IsThere: true),
            IInstanceReferenceOperation => new Receiver(type, IsVirtual: true, type is { IsValueType: true, TypeKind: TypeKind.Struct }, IsThere: true),
            IObjectCreationOperation => new Receiver(type, IsVirtual: true, IsExact: true, IsThere: true),
            ILocalReferenceOperation { Local: { } local } when scope.CreatedIn(local) is { } created => new Receiver(created, IsVirtual: true, IsExact: true),
            IFieldReferenceOperation { Field: { } field } when InitialiserSyntax.CreatedIn(field, scope) is { } created => new Receiver(created, IsVirtual: true, IsExact: true),
            _ => new Receiver(type, IsVirtual: true, type is { IsValueType: true, TypeKind: TypeKind.Struct }),
        };
    }

    /// <summary>Whether calling a member on it may throw before any of the member's code runs.</summary>
    public bool MayThrow(IMethodSymbol member) =>
        member.IsStatic ? !member.ContainingType.StaticConstructors.IsEmpty : !(IsThere || member.MethodKind == MethodKind.Constructor);
}
