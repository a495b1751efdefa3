using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Collection expressions: the elements, then what makes the collection of them.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackCollection(IOperation collection)
    {
        var type = collection.Type as INamedTypeSymbol;
        IMethodSymbol? constructor = type is { TypeKind: TypeKind.Class or TypeKind.Struct } && _services.Files.KeyOf(type) is not null
            ? type.InstanceConstructors.FirstOrDefault(static candidate => candidate.Parameters.IsEmpty)
            : null;
        if (constructor is not null)
        {
            EmitCall(collection, constructor, Receiver.None, [], ValueUse.None);
        }

        var values = new List<ValueExpr>();
        foreach (IOperation element in collection.ChildOperations)
        {
            ValueExpr? value = Track(element);
            if (value is not null and not ValueExpr.Constant)
            {
                values.Add(value);
            }

            if (constructor is not null && type is not null && AddMethod(type) is { } add)
            {
                EmitCall(element, add, new Receiver(type, IsVirtual: true), value is null ? [] : [value], ValueUse.None);
            }
        }

        if (BuilderMethod(type) is { } builder)
        {
            EmitCall(collection, builder, Receiver.None, [], ValueUse.None);
        }

        Emit(Effect.MayThrow.Instance);
        return values.Count switch { 0 => null, 1 => values[0], _ => new ValueExpr.Union([.. values]) };
    }

    // What is spread is enumerated here and now.
    private ValueExpr? TrackSpread(IOperation spread)
    {
        foreach (IOperation child in spread.ChildOperations)
        {
            ValueExpr? sequence = Track(child) ?? SequenceOf(child);
            if (sequence is not null)
            {
                Emit(new Effect.Invoke(Site(child), sequence, [], CallMode.Started, mayNotHappen: true, mayRepeat: true));
            }
            else if (Unwrapped(child).Type is INamedTypeSymbol type && _services.Files.KeyOf(type) is not null)
            {
                EmitEnumerationByPattern(child, type);
            }
        }

        return null;
    }

    // An operation tells nothing of how a spread is enumerated: by the members that foreach would call.
    private void EmitEnumerationByPattern(IOperation collection, INamedTypeSymbol type)
    {
        if (MethodOf(type, "GetEnumerator") is not { } getEnumerator)
        {
            return;
        }

        EmitCall(collection, getEnumerator, new Receiver(type, IsVirtual: true), [], ValueUse.None);
        if (getEnumerator.ReturnType is INamedTypeSymbol enumerator)
        {
            Effect next = Capture(() =>
            {
                EmitMember(collection, enumerator, MethodOf(enumerator, "MoveNext"));
                EmitMember(collection, enumerator, enumerator.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault()?.GetMethod);
            });
            Emit(new Effect.Loop(Effect.Nothing, next, Effect.Nothing, testsFirst: true, NewLabel(), NewLabel()));
            if (_services.Types.IsDisposable(enumerator))
            {
                EmitMember(collection, enumerator, DisposeMethod(enumerator, isAsynchronous: false));
            }
        }
    }

    private void EmitMember(IOperation site, INamedTypeSymbol type, IMethodSymbol? method)
    {
        if (method is not null)
        {
            EmitCall(site, method, new Receiver(type, IsVirtual: true), [], ValueUse.None);
        }
    }

    private static IMethodSymbol? MethodOf(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method is { IsStatic: false, Parameters.IsEmpty: true }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static IMethodSymbol? AddMethod(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers("Add").OfType<IMethodSymbol>().FirstOrDefault(static method => method is { IsStatic: false, Parameters.Length: 1 }) is { } add)
            {
                return add;
            }
        }

        return null;
    }

    private static IMethodSymbol? BuilderMethod(INamedTypeSymbol? type)
    {
        if (type is null)
        {
            return null;
        }

        foreach (AttributeData attribute in type.OriginalDefinition.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "CollectionBuilderAttribute", ConstructorArguments: [{ Value: INamedTypeSymbol builder }, { Value: string name }] })
            {
                return builder.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(static method => method is { IsStatic: true, Parameters.Length: 1 });
            }
        }

        return null;
    }

    /// <summary>The lazy sequence that an object of a class of the compilation is, if its GetEnumerator is an iterator.</summary>
    private ValueExpr.Result? SequenceOf(IOperation operation)
    {
        if (Unwrapped(operation).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || _services.Files.KeyOf(type) is null)
        {
            return null;
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (FrameworkTypes.IsLazySequence(implemented)
                && implemented.GetMembers().OfType<IMethodSymbol>().FirstOrDefault() is { Name: "GetEnumerator" or "GetAsyncEnumerator" } method
                && _services.Targets.Of(method, new Receiver(type, IsVirtual: true)) is { Length: > 0 } targets)
            {
                return new ValueExpr.Result(new Effect.Call(Site(operation), targets, [], CallMode.Started));
            }
        }

        return null;
    }
}
