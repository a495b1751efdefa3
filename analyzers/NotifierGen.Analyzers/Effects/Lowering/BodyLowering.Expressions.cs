using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>The expressions that remain: operators, text, copies of records, what cannot be decided.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? TrackExpression(IOperation operation)
    {
        switch (operation)
        {
            case INameOfOperation or ITypeOfOperation or ISizeOfOperation or IDefaultValueOperation or IInstanceReferenceOperation or ILiteralOperation or IDiscardOperation:
                return null;

            case IParenthesizedOperation inner:
                return Track(inner.Operand);

            case IDeclarationExpressionOperation declaration:
                return declaration.Expression is ILocalReferenceOperation ? null : TrackExpression(declaration.Expression);

            case IIsPatternOperation matched:
                LowerPattern(matched.Pattern, Track(matched.Value));
                return null;

            case IIsTypeOperation tested:
                Drop(tested.ValueOperand);
                return null;

            case IUnaryOperation unary:
                Drop(unary.Operand);
                EmitOperator(unary, unary.OperatorMethod);
                return null;

            case ITupleBinaryOperation both:
                Drop(both.LeftOperand);
                Drop(both.RightOperand);
                return null;

            case IInterpolationOperation part:
                Drop(part.Expression);
                EmitToText(part.Expression);
                return null;

            case IWithOperation copy:
                Drop(copy.Operand);
                EmitCopy(copy);
                Visit(copy.Initializer);
                return null;

            case IMemberInitializerOperation member:
                Drop(member.InitializedMember);
                Visit(member.Initializer);
                return null;

            case ITypeParameterObjectCreationOperation created:
                Visit(created.Initializer);
                return null;

            case IObjectOrCollectionInitializerOperation initializer:
                foreach (IOperation element in initializer.Initializers)
                {
                    Drop(element);
                }

                return null;

            case IAddressOfOperation { Reference: IMethodReferenceOperation function }:
                Drop(function);
                return null;

            case IAddressOfOperation address:
                VisitReference(address.Reference);
                return null;

            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                LowerDynamic(operation);
                return null;

            case { Kind: OperationKind.FunctionPointerInvocation }:
                VisitChildren(operation);
                EmitFunctionPointer(operation);
                return null;

            case { Kind: FrameworkTypes.CollectionExpression }:
                return TrackCollection(operation);

            case { Kind: FrameworkTypes.Spread }:
                return TrackSpread(operation);

            case IImplicitIndexerReferenceOperation indexer:
                LowerImplicitIndexer(indexer);
                return null;

            case { Kind: OperationKind.None }:
                EmitTouch(operation, VisitReference(operation), writes: false);
                return null;

            default:
                VisitChildren(operation);
                return null;
        }
    }

    private void LowerDynamic(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            if (child is IDynamicMemberReferenceOperation { Instance: { } instance })
            {
                Visit(instance);
            }
            else
            {
                Visit(child);
            }
        }

        if (GetsState(operation))
        {
            Emit(new Effect.Undecided(Site(operation), "a dynamic call gets at an object with vCPU state"));
        }

        Emit(Effect.MayThrow.Instance);
    }

    private void EmitFunctionPointer(IOperation operation)
    {
        if (GetsState(operation))
        {
            Emit(new Effect.Undecided(Site(operation), "a function pointer gets at an object with vCPU state"));
        }

        Emit(Effect.MayThrow.Instance);
    }

    private void LowerImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        StateView? view = VisitView(indexer.Instance);
        Visit(indexer.Argument);
        EmitAccessor(indexer, indexer.LengthSymbol);
        EmitAccessor(indexer, indexer.IndexerSymbol);
        EmitTouch(indexer, view, writes: false);
    }

    // Chains of operators nest as deeply as they are long.
    private void LowerBinary(IBinaryOperation operation)
    {
        if (operation.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            LowerShortCircuit(operation);
            return;
        }

        // Chains are walked without recursion; one stack serves those that lie in each other, too.
        int floor = _chain.Count;
        IOperation left = operation;
        while (left is IBinaryOperation { OperatorKind: not BinaryOperatorKind.ConditionalAnd and not BinaryOperatorKind.ConditionalOr } binary)
        {
            _chain.Push(binary);
            left = binary.LeftOperand;
        }

        Drop(left);
        while (_chain.Count > floor)
        {
            IBinaryOperation binary = _chain.Pop();
            if (binary.Type is { SpecialType: SpecialType.System_String })
            {
                EmitToText(binary.LeftOperand);
            }

            Drop(binary.RightOperand);
            if (binary.Type is { SpecialType: SpecialType.System_String })
            {
                EmitToText(binary.RightOperand);
            }

            EmitOperator(binary, binary.OperatorMethod);
            if (binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder || binary.IsChecked)
            {
                Emit(Effect.MayThrow.Instance);
            }
        }
    }

    private void LowerShortCircuit(IBinaryOperation operation)
    {
        if (operation.OperatorMethod is null)
        {
            Effect condition = ConditionOf(operation);
            if (!HasNoEffect(condition))
            {
                Emit(condition);
            }

            return;
        }

        Drop(operation.LeftOperand);
        EmitOperator(operation, TruthOperator(operation));
        Effect right = Capture(() =>
        {
            Drop(operation.RightOperand);
            EmitOperator(operation, operation.OperatorMethod);
        });
        EmitBranch(Effect.Nothing, right, Effect.Nothing);
    }

    // "a && b" of a type's own asks its operator false first, "a || b" its operator true.
    private static IMethodSymbol? TruthOperator(IBinaryOperation operation)
    {
        string name = operation.OperatorKind == BinaryOperatorKind.ConditionalAnd ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName;
        return operation.OperatorMethod!.ContainingType.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault();
    }

    private void EmitOperator(IOperation site, IMethodSymbol? method)
    {
        if (method is null)
        {
            return;
        }

        if (method is { IsImplicitlyDeclared: true, Name: WellKnownMemberNames.EqualityOperatorName or WellKnownMemberNames.InequalityOperatorName })
        {
            // A record's operators ask its Equals.
            EmitAccessor(site, method.ContainingType.GetMembers(nameof(Equals)).OfType<IMethodSymbol>().FirstOrDefault(static equals => equals is { IsImplicitlyDeclared: false, Parameters.Length: 1 }));
            return;
        }

        EmitCall(site, method, Receiver.Of(null, method, scope), [], ValueUse.None);
    }

    /// <summary>A value becomes text: its ToString runs.</summary>
    private void EmitToText(IOperation operand)
    {
        IOperation value = Unwrapped(operand);
        if (value.ConstantValue.HasValue || value.Type is not { SpecialType: SpecialType.None } type || type.TypeKind is TypeKind.Enum or TypeKind.Dynamic or TypeKind.Error)
        {
            return;
        }

        IMethodSymbol? text = _services.Compilation.GetSpecialType(SpecialType.System_Object).GetMembers(WellKnownMembers.ToText).OfType<IMethodSymbol>().FirstOrDefault();
        for (ITypeSymbol? current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (current.GetMembers(WellKnownMembers.ToText).OfType<IMethodSymbol>().FirstOrDefault(static method => method.Parameters.IsEmpty && !method.IsStatic) is { } own)
            {
                text = own;
                break;
            }
        }

        if (text is not null)
        {
            EmitCall(operand, text, new Receiver(type, IsVirtual: true, type is { TypeKind: TypeKind.Struct }), [], ValueUse.None);
        }

        if (_services.Types.FormattedText(type) is { } formatted)
        {
            EmitCall(operand, formatted, new Receiver(type, IsVirtual: true), [], ValueUse.None);
        }
    }

    // "with" runs the copy constructor that the record declares itself.
    private void EmitCopy(IWithOperation copy)
    {
        if (copy.Type is INamedTypeSymbol { TypeKind: TypeKind.Class } record)
        {
            IMethodSymbol? constructor = record.InstanceConstructors.FirstOrDefault(candidate =>
                candidate is { IsImplicitlyDeclared: false, Parameters: [{ Type: { } parameter }] } && SymbolEqualityComparer.Default.Equals(parameter, record));
            if (constructor is not null)
            {
                EmitCall(copy, constructor, Receiver.None, [], ValueUse.None);
            }
        }
    }
}
