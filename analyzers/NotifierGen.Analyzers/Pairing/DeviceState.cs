using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>Which expressions of a body are a device's state: fields and properties of the device, what they hold, and the variables that name it.</summary>
internal sealed class DeviceState
{
    private readonly INamedTypeSymbol _device;
    private readonly HashSet<ILocalSymbol> _aliases = new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default);

    public DeviceState(INamedTypeSymbol device, IEnumerable<IOperation> body)
    {
        _device = device;
        foreach (IOperation operation in body)
        {
            if (Named(operation, out IOperation? value) is { } local && Holds(value))
            {
                _aliases.Add(local);
            }
        }
    }

    /// <summary>Whether an assignment to the expression changes the device.</summary>
    public bool IsPlace(IOperation target) => target switch
    {
        ILocalReferenceOperation { Local: { IsRef: true } local } => _aliases.Contains(local),
        ILocalReferenceOperation or IInstanceReferenceOperation => false,
        _ => Holds(target),
    };

    /// <summary>Whether an expression is something that the device holds, or the device itself.</summary>
    public bool Holds(IOperation? expression)
    {
        while (expression is not null)
        {
            switch (expression)
            {
                case IInstanceReferenceOperation self:
                    return self.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance;
                case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }:
                    // A primary constructor's parameter in a method is a field without a name.
                    return SymbolEqualityComparer.Default.Equals(constructor.ContainingType, _device);
                case ILocalReferenceOperation local:
                    return _aliases.Contains(local.Local);
                case IMemberReferenceOperation { Instance: null, Member: { } member } and (IFieldReferenceOperation or IPropertyReferenceOperation):
                    return IsOfDevice(member.ContainingType);
                default:
                    expression = Container(expression);
                    break;
            }
        }

        return false;
    }

    // A variable that names an object or a place, and which one; a copy of a value is no alias.
    private static ILocalSymbol? Named(IOperation operation, out IOperation? value)
    {
        (ILocalSymbol? local, value) = operation switch
        {
            IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
            IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation element } loop => (element.Symbol, loop.Collection),
            _ => (null, null),
        };
        return local is { IsRef: true } or { Type.IsReferenceType: true } ? local : null;
    }

    private static IOperation? Container(IOperation expression) => expression switch
    {
        IFieldReferenceOperation or IPropertyReferenceOperation => ((IMemberReferenceOperation)expression).Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation indexer => indexer.Instance,
        IInlineArrayAccessOperation element => element.Instance,
        IConversionOperation conversion => conversion.Operand,
        ICoalesceOperation coalesce => coalesce.Value,
        IConditionalAccessInstanceOperation instance => Receiver(instance),
        IConditionalAccessOperation access => access.Operation,
        IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory", Arguments: { Length: > 0 } arguments } => arguments[0].Value,
        _ => null,
    };

    // Of "a?.b.c", what stands before the question mark.
    private static IOperation? Receiver(IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (IOperation? parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private bool IsOfDevice(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? device = _device; device is not null && type is not null; device = device.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(device.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
