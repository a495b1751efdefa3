using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>Calls of members whose facts count instead of their bodies.</content>
internal sealed partial class BodyLowering
{
    private ValueExpr? EmitContract(
        IOperation site, IMethodSymbol method, MemberEffects facts, ValueExpr?[] arguments, ImmutableArray<IArgumentOperation> written, ValueUse use)
    {
        string name = MemberName.Of(method);
        bool isTrusted = (facts & MemberEffects.NoVmEffect) != 0;
        bool changesVm = !isTrusted && (facts & (MemberEffects.ResumesVm | MemberEffects.PausesVm)) != 0;
        if (changesVm)
        {
            // It may fail before it did anything.
            Emit(Effect.MayThrow.Instance);
        }

        bool pauses = !isTrusted && (facts & MemberEffects.PausesVm) != 0;
        ValueExpr? value = null;
        if (!pauses)
        {
            EmitDelegates(site, method, arguments, written);
        }

        if (!isTrusted && IsState(facts))
        {
            Emit(new Effect.Touch(Site(site), name, writes: method.MethodKind == MethodKind.PropertySet || (method.ReturnsVoid && method.AssociatedSymbol is null)));
        }

        if (!isTrusted && (facts & MemberEffects.ResumesVm) != 0)
        {
            Emit(new Effect.Resume(Site(site), name));
        }

        if (pauses && _services.Types.IsDisposable(method.ReturnType))
        {
            _hasPaused = true;
            Emit(new Effect.Acquire(use.Token >= 0 ? use.Token : NewScope()));
            value = ValueExpr.Scope.Instance;
        }
        else if (pauses)
        {
            Emit(new Effect.Pause(isWeak: !ReceiverStability));
        }

        if (!isTrusted && (facts & MemberEffects.AssertsVmStopped) != 0)
        {
            Emit(Effect.AssertStopped);
        }

        if (changesVm)
        {
            EmitDelegates(site, method, arguments, written);
        }

        Emit(Effect.MayThrow.Instance);
        return value;
    }

    // Where an argument is written; the call if it is not.
    private static TextSpan SiteOf(ImmutableArray<IArgumentOperation> written, int ordinal, IOperation call)
    {
        IOperation? value = written.IsDefault ? null : written.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
        return Site(value is null or { IsImplicit: true, Syntax: InvocationExpressionSyntax } ? call : value);
    }

    // The delegates of a member whose body is not looked at: in place if it promises so, otherwise at any time.
    private void EmitDelegates(IOperation site, IMethodSymbol method, ValueExpr?[] arguments, ImmutableArray<IArgumentOperation> written)
    {
        for (int i = 0; i < arguments.Length && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is { } value and not ValueExpr.Constant)
            {
                if (!Facts.IsInvokedInPlace(method.Parameters[i]))
                {
                    Emit(new Effect.Defer(SiteOf(written, i, site), value, $"passed to '{MemberName.Of(method)}'"));
                }

                Emit(new Effect.Invoke(Site(site), value, [], CallMode.Started, mayNotHappen: true, mayRepeat: true));
            }
        }
    }

    private void EmitConditional(
        IOperation site, IMethodSymbol method, ImmutableArray<ConditionalEffect> conditional, ValueExpr?[] arguments, ImmutableArray<IArgumentOperation> written)
    {
        Emit(Effect.MayThrow.Instance);
        EmitDelegates(site, method, arguments, written);
        foreach (ConditionalEffect condition in conditional)
        {
            Effect does = MemberContract.At(Site(site), condition.Effects, MemberName.Of(method), !ReceiverStability);
            IOperation? argument = written.IsDefault ? null : written.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == condition.Parameter)?.Value;
            Effect test = argument switch
            {
                { ConstantValue: { HasValue: true, Value: var constant } } => new Effect.Constant(Equals(constant, condition.Constant)),
                { } value when Unwrapped(value) is IParameterReferenceOperation { Parameter: { } parameter } && condition.Constant is { } wanted
                    && !scope.Reassigned.Contains(parameter) && ParameterTest(parameter, wanted) is { } tested => tested,
                _ => Effect.Nothing,
            };
            Emit(new Effect.If(test, does, Effect.Nothing));
        }

        Emit(Effect.MayThrow.Instance);
    }
}
