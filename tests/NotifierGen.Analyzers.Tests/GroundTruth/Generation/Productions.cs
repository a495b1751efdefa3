using static NotifierGen.Analyzers.Tests.GroundTruth.Generation.Constructs;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>What statements and expressions are made of, and how often.</summary>
internal static class Productions
{
    private static readonly Production[] s_leaves =
    [
        new(TouchCall, 10, static (w, f) => w.TouchCall(f)),
        new(TouchProperty, 10, static (w, f) => w.TouchProperty(f)),
        new(TouchCompound, 5, static (w, _) => w.TouchCompound(_)),
        new(TouchIndexer, 4, static (w, f) => w.TouchIndexer(f)),
        new(TouchField, 4, static (w, f) => w.TouchField(f)),
        new(TouchType, 2, static (w, f) => w.TouchType(f)),
        new(TouchDeconstruction, 2, static (w, f) => w.TouchDeconstruction(f)),
        new(TouchOut, 2, static (w, _) => w.TouchOut()),
        new(RefLocal, 5, static (w, f) => w.RefLocal(f)),
        new(View, 4, static (w, f) => w.View(f)),
        new(HeldView, 3, static (w, f) => w.HeldView(f)),
        new(MadeView, 3, static (w, f) => w.MadeView(f)),
        new(CachedReference, 3, static (w, _) => w.CachedReference()),
        new(CachedValue, 4, static (w, f) => w.CachedValue(f)),
        new(CachedValue, 2, static (w, f) => w.Assign(f)),
        new(SafeMember, 2, static (w, _) => w.SafeMember()),
        new(Resume, 14, static (w, _) => w.Resume()),
        new(Pause, 14, static (w, _) => w.Pause()),
        new(Use, 4, static (w, f) => w.Use(f)),
        new(Await, 20, static (w, f) => w.Await(f)),
        new(AwaitYield, 6, static (w, f) => w.AwaitYield(f)),
        new(Assertion, 2, static (w, _) => w.Assertion()),
    ];

    private static readonly Production[] s_nested =
    [
        new(StaticCall, 60, static (w, f) => w.CallStatement(f)),
        new(If, 8, static (w, f) => w.If(f)),
        new(SnapshotGuard, 8, static (w, f) => w.IfSnapshot(f)),
        new(While, 4, static (w, f) => w.While(f)),
        new(Do, 2, static (w, f) => w.Do(f)),
        new(For, 2, static (w, f) => w.For(f)),
        new(ForEach, 2, static (w, f) => w.ForEach(f)),
        new(Switch, 3, static (w, f) => w.Switch(f)),
        new(SwitchWhen, 2, static (w, f) => w.SwitchWhen(f)),
        new(SwitchTypes, 3, static (w, f) => w.SwitchTypes(f)),
        new(Goto, 2, static (w, f) => w.Goto(f)),
        new(Goto, 2, static (w, f) => w.Forward(f)),
        new(Jump, 6, static (w, f) => w.Jump(f)),
        new(Throw, 3, static (w, f) => w.Throw(f)),
        new(Throw, 3, static (w, f) => w.Rethrow(f)),
        new(TryCatch, 4, static (w, f) => w.TryCatch(f)),
        new(TypedCatch, 4, static (w, f) => w.TypedCatch(f)),
        new(Filter, 3, static (w, f) => w.Filter(f)),
        new(EffectInFilter, 1, static (w, f) => w.EffectInFilter(f)),
        new(TryFinally, 6, static (w, f) => w.TryFinally(f)),
        new(LockStatement, 2, static (w, f) => w.Lock(f)),
        new(ScopeUsing, 6, static (w, f) => w.ScopeUsing(f)),
        new(ScopeDeclaration, 3, static (w, f) => w.ScopeDeclaration(f)),
        new(ScopeFinally, 3, static (w, f) => w.ScopeFinally(f)),
        new(ScopeManual, 3, static (w, f) => w.ScopeManual(f)),
        new(ScopeConditional, 3, static (w, f) => w.ScopeConditional(f)),
        new(ScopeField, 1, static (w, f) => w.ScopeField(f)),
        new(LocalFunction, 4, static (w, f) => w.LocalFunction(f)),
        new(LocalDelegate, 8, static (w, f) => w.LocalDelegate(f)),
        new(DelegateChoice, 3, static (w, f) => w.DelegateChoice(f)),
        new(ListForEach, 3, static (w, f) => w.ListForEach(f)),
        new(EnumerableInPlace, 3, static (w, f) => w.EnumerableInPlace(f)),
        new(EnumerableForEach, 1, static (w, f) => w.EnumerableForEach(f)),
        new(ParallelFor, 2, static (w, f) => w.ParallelFor(f)),
        new(ParallelInvoke, 1, static (w, f) => w.ParallelInvoke(f)),
        new(UnknownApi, 3, static (w, f) => w.UnknownApi(f)),
        new(TaskRun, 2, static (w, f) => w.TaskRun(f)),
        new(TaskRunWaited, 4, static (w, f) => w.TaskRunWaited(f)),
        new(Pool, 1, static (w, f) => w.Pool(f)),
        new(TimerFired, 1, static (w, f) => w.TimerCallback(f)),
        new(ThreadStarted, 1, static (w, f) => w.ThreadStart(f)),
        new(ThreadJoined, 3, static (w, f) => w.ThreadJoined(f)),
        new(ContinueWith, 1, static (w, f) => w.ContinueWith(f)),
        new(ContextPost, 1, static (w, f) => w.ContextPost(f)),
        new(TokenRegister, 1, static (w, f) => w.TokenRegister(f)),
        new(FieldDelegate, 4, static (w, f) => w.FieldDelegate(f)),
        new(CollectionDelegate, 2, static (w, f) => w.CollectionDelegate(f)),
        new(EventDelegate, 3, static (w, f) => w.EventDelegate(f)),
        new(AwaitTaskRun, 8, static (w, f) => w.AwaitTaskRun(f)),
        new(AsyncLambda, 3, static (w, f) => w.AsyncLambda(f)),
    ];

    public static ProductionTable Leaves { get; } = new(s_leaves);

    public static ProductionTable Statements { get; } = new([.. s_leaves, .. s_nested], Leaves);

    public static ProductionTable Ints { get; } = new(
    [
        new(TouchCall, 8, static (w, f) => w.TouchInt(f)),
        new(EffectInExpression, 8, static (w, f) => w.EffectInt(f)),
        new(StaticCall, 10, static (w, f) => w.CallInt(f)),
        new(Conditional, 4, static (w, f) => w.ConditionalInt(f)),
        new(Use, 3, static (w, f) => w.Sum(f)),
        new(Coalesce, 2, static (w, f) => w.CoalesceInt(f)),
        new(SwitchExpression, 3, static (w, f) => w.SwitchExpression(f)),
        new(LocalDelegate, 2, static (w, f) => w.InvokedLambda(f)),
        new(LazyValue, 2, static (w, f) => w.LazyInt(f)),
    ]);

    public static ProductionTable Bools { get; } = new(
    [
        new(Use, 6, static (w, f) => w.ConditionOnValue(f)),
        new(ShortCircuit, 4, static (w, f) => w.AndOr(f)),
        new(ShortCircuit, 2, static (w, f) => w.Not(f)),
        new(Conditional, 2, static (w, f) => w.ConditionalBool(f)),
        new(PropertyPattern, 5, static (w, f) => w.Pattern(f)),
        new(LiveGuard, 6, static (w, f) => w.LiveGuard(f)),
        new(SnapshotGuard, 8, static (w, f) => w.SnapshotGuard(f)),
    ]);
}
