using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>What an expression of host code is worth: a constant, or a <see cref="RaisedContext"/>.</summary>
internal static class HostValue
{
    private const int MostSteps = 16;

    /// <summary>The value; null if it is not known. Of parameters, it is what the call says.</summary>
    public static object? Of(IOperation? expression, CallFrame? frame) => Of(expression, frame, MostSteps);

    // Half-typed code may initialise a variable with itself.
    private static object? Of(IOperation? expression, CallFrame? frame, int steps)
    {
        for (; steps > 0 && expression is not null; steps--)
        {
            if (expression.ConstantValue is { HasValue: true, Value: { } constant })
            {
                return constant;
            }

            switch (expression)
            {
                case IConversionOperation conversion:
                    expression = conversion.Operand;
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter }:
                    return frame?.Value(parameter);
                case ILocalReferenceOperation local:
                    expression = InitialValue(local);
                    break;
                default:
                    return IsContext(expression.Type) ? Context(expression, frame, steps - 1) : null;
            }
        }

        return null;
    }

    private static bool IsContext(ITypeSymbol? type) => HandlerAttribute.IsNotifierGenType(type, "MigrationContext");

    private static RaisedContext? Context(IOperation expression, CallFrame? frame, int steps) => expression switch
    {
        IObjectCreationOperation { Arguments.IsEmpty: true } creation => Assign(default, creation.Initializer, frame, steps),
        IDefaultValueOperation => default(RaisedContext),
        IWithOperation with => Assign(
            Of(with.Operand, frame, steps) is RaisedContext original ? original : new RaisedContext(RaisedContext.Unknown, RaisedContext.Unknown),
            with.Initializer,
            frame,
            steps),
        _ => null,
    };

    private static RaisedContext Assign(RaisedContext context, IObjectOrCollectionInitializerOperation? initializer, CallFrame? frame, int steps)
    {
        foreach (IOperation part in initializer is null ? Enumerable.Empty<IOperation>() : initializer.Initializers)
        {
            if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { } property } } assignment)
            {
                context = context.With(property.Name, (Of(assignment.Value, frame, steps) as IConvertible)?.ToInt32(CultureInfo.InvariantCulture));
            }
        }

        return context;
    }

    // A context is written down once, as a rule; of a variable that is assigned later nothing is known.
    private static IOperation? InitialValue(ILocalReferenceOperation local)
    {
        IOperation root = local;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        IOperation? value = null;
        foreach (IOperation operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local.Local))
            {
                value = declarator.GetVariableInitializer()?.Value;
            }
            else if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            {
                return null;
            }
        }

        return value;
    }
}
