using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>try, using and what disposes of things.</content>
internal sealed partial class BodyLowering
{
    private void LowerTry(ITryOperation guarded)
    {
        var labels = new HashSet<int>();
        _tries.Push(labels);
        Effect body = Capture(() => Visit(guarded.Body));
        Effect.Catch[] catches = [.. guarded.Catches.Select(LowerCatch)];
        _tries.Pop();
        Effect? final = guarded.Finally is null ? null : Capture(() => Visit(guarded.Finally));
        Emit(new Effect.Try(body, catches, final, labels));
    }

    private Effect.Catch LowerCatch(ICatchClauseOperation clause)
    {
        bool catchesAll = clause.ExceptionType is null or { SpecialType: SpecialType.System_Object }
            or { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
        Effect? filter = clause.Filter is null ? null : Condition(clause.Filter);
        return new Effect.Catch(filter, Capture(() => Visit(clause.Handler)), catchesAll, Site(clause.Filter ?? clause));
    }

    private void LowerUsing(IUsingOperation statement)
    {
        if (statement.Resources is IVariableDeclarationGroupOperation group)
        {
            LowerUsing(group, statement.IsAsynchronous, () => Visit(statement.Body));
            return;
        }

        int token = NewScope();
        ValueExpr? resource = TrackInto(statement.Resources, token);
        Guard(statement.Resources, statement.Resources.Type, token, resource, statement.IsAsynchronous, () => Visit(statement.Body));
    }

    private void LowerUsing(IVariableDeclarationGroupOperation group, bool isAsynchronous, Action body)
    {
        var declarators = new Queue<IVariableDeclaratorOperation>(group.Declarations.SelectMany(static declaration => declaration.Declarators));
        LowerNext();

        void LowerNext()
        {
            if (declarators.Count == 0)
            {
                body();
                return;
            }

            IVariableDeclaratorOperation declarator = declarators.Dequeue();
            ValueExpr? resource = null;
            int token = ScopeOf(declarator.Symbol);
            if (declarator.GetVariableInitializer()?.Value is { } value)
            {
                resource = TrackInto(value, token);
                if (resource is not null)
                {
                    scope.Assign(declarator.Symbol, resource);
                }
            }

            Guard(declarator, declarator.Symbol.Type, token, resource, isAsynchronous, LowerNext);
        }
    }

    /// <summary>What follows is guarded: whatever happens, the resource is disposed of at its end.</summary>
    private void Guard(IOperation site, ITypeSymbol? type, int token, ValueExpr? resource, bool isAsynchronous, Action body)
    {
        var labels = new HashSet<int>();
        _tries.Push(labels);
        Effect guarded = Capture(body);
        _tries.Pop();
        Effect release = Capture(() => EmitDispose(site, type, token, resource, isAsynchronous));
        Emit(new Effect.Try(guarded, [], release, labels));
    }

    private void EmitDispose(IOperation site, ITypeSymbol? type, int token, ValueExpr? resource, bool isAsynchronous)
    {
        // A scope that a fact promises is one; what its own class does to end it does not count.
        bool isScope = resource is ValueExpr.Scope;
        bool suspends = isAsynchronous;
        Effect otherwise = isScope ? Effect.Nothing : Capture(() =>
        {
            if (DisposeMethod(type, isAsynchronous) is { } method && !_services.Is(AnalysisVariant.DisposeMethodsSkipped))
            {
                suspends &= !SuspendsByItself(method);
                EmitCall(site, method, new Receiver(type, IsVirtual: true), [], new ValueUse(-1, isAsynchronous ? CallMode.Awaited : CallMode.Blocked));
            }
        });
        Emit(new Effect.Release(token, otherwise));
        Emit(Effect.MayThrow.Instance);
        if (suspends)
        {
            Emit(Effect.Suspend.Instance);
        }
    }

    private IMethodSymbol? DisposeMethod(ITypeSymbol? type, bool isAsynchronous)
    {
        string name = isAsynchronous ? WellKnownMembers.DisposeAsync : WellKnownMembers.Dispose;
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(name))
            {
                if (member is IMethodSymbol { Parameters.Length: 0, IsStatic: false } method)
                {
                    return method;
                }
            }
        }

        INamedTypeSymbol? contract = isAsynchronous
            ? _services.Compilation.GetTypeByMetadataName("System.IAsyncDisposable")
            : _services.Compilation.GetSpecialType(SpecialType.System_IDisposable);
        IMethodSymbol? declared = contract?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault();
        return declared is not null && type is not null && type.TypeKind != TypeKind.Interface && type.FindImplementationForInterfaceMember(declared) is IMethodSymbol implementation
            ? implementation
            : declared;
    }

    /// <summary>Whether a call is one of Dispose by hand.</summary>
    private bool IsDispose(IInvocationOperation invocation) =>
        invocation is { TargetMethod: { Name: WellKnownMembers.Dispose or WellKnownMembers.DisposeAsync, Parameters.Length: 0 }, Instance: { } instance }
        && _services.Types.IsDisposable(instance.Type);

    /// <summary>A call of Dispose by hand: it ends the scope that is in the receiver, or does what its method does.</summary>
    private void LowerDispose(IInvocationOperation invocation, ValueExpr? receiver, CallMode mode)
    {
        IOperation instance = Unwrapped(invocation.Instance!);
        if (instance is IConditionalAccessInstanceOperation && _accessed.Count > 0)
        {
            instance = _accessed.Peek().Operation;
        }

        if (instance is ILocalReferenceOperation { Local: { } local } && _scopes.TryGetValue(local, out int token))
        {
            ValueExpr? known = scope.HasScope(local) && local.Type.TypeKind == TypeKind.Interface ? ValueExpr.Scope.Instance : null;
            EmitDispose(invocation, local.Type, token, known, isAsynchronous: false);
            return;
        }

        if (receiver is not null)
        {
            Emit(new Effect.ReleaseUnknown(receiver));
        }

        EmitCall(invocation, invocation.TargetMethod, Receiver.Of(invocation.Instance, invocation.TargetMethod, scope), [], new ValueUse(-1, mode));
    }
}
