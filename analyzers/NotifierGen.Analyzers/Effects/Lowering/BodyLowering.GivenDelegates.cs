using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>What becomes of a delegate or lazy sequence that a member without source is given: it runs in the call, in what the call returns, or later.</content>
internal sealed partial class BodyLowering
{
    /// <summary>A call of a member without source, and what becomes of the delegates and sequences that it gets.</summary>
    private sealed record FrameworkCall(IOperation Site, IMethodSymbol Method, DelegateUse Use, CallMode Mode)
    {
        /// <summary>Whether it starts a task or a thread, or throws and starts nothing.</summary>
        public bool Starts => Use == DelegateUse.Started || (Use == DelegateUse.Lazy && Method is { Name: "Start", ReturnsVoid: true });

        /// <summary>What its result holds.</summary>
        public List<ValueExpr> Kept { get; } = [];

        /// <summary>What it runs before it returns.</summary>
        public List<ValueExpr> Run { get; } = [];
    }

    private void Give(FrameworkCall call, ValueExpr value, bool isReceiver, TextSpan at)
    {
        switch (call.Use)
        {
            case DelegateUse.Lazy when isReceiver && call.Method.ReturnsVoid:
                if (call.Starts)
                {
                    RunLater(call, value, at);
                }

                break;

            case DelegateUse.Unknown when isReceiver && call.Method.Name is "GetEnumerator" or "GetAsyncEnumerator":
                // It runs when the enumerator is moved on.
                call.Kept.Add(value);
                break;

            case DelegateUse.Unknown when !isReceiver && DelegateUses.Enumerates(call.Method):
                call.Run.Add(value);
                break;

            case DelegateUse.Lazy:
                call.Kept.Add(value);
                break;

            case DelegateUse.InPlace:
            case DelegateUse.Started when call.Mode != CallMode.Started:
            case DelegateUse.Unknown when isReceiver:
                // A sequence or delegate does with itself what its members do: enumerate, invoke.
                call.Run.Add(value);
                break;

            case DelegateUse.Started or DelegateUse.Later:
                RunLater(call, value, at);
                break;

            default:
                if (!_services.Is(AnalysisVariant.UnknownCodeKeepsNothing))
                {
                    RunLater(call, value, at);
                }

                call.Run.Add(value);
                break;
        }
    }

    private void RunLater(FrameworkCall call, ValueExpr value, TextSpan at)
    {
        if (_waitedCalls.Contains(call.Site))
        {
            call.Run.Add(value);
        }
        else
        {
            Emit(new Effect.Defer(at, value, $"passed to '{MemberName.Of(call.Method)}'", call.Starts));
        }
    }
}
