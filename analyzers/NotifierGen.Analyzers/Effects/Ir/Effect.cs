using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>
/// What a piece of code does to the VM, without symbols or syntax, as a structured program: code without an effect leaves nothing behind.
/// Conditions are effects with two outcomes; an effect that is no condition leads to both.
/// </summary>
internal abstract class Effect
{
    public static readonly Effect Nothing = new Sequence([]);

    /// <summary>Returns only if the vCPUs are stopped.</summary>
    public static readonly Effect AssertStopped = new If(new Test(Guard.Live, stoppedWhen: true), Nothing, Throw.Instance);

    public sealed class Sequence(Effect[] items) : Effect
    {
        public Effect[] Items { get; } = items;
    }

    /// <summary>vCPU state is read or written.</summary>
    public sealed class Touch(TextSpan site, string member, bool writes) : Effect
    {
        public TextSpan Site { get; } = site;

        public string Member { get; } = member;

        public bool Writes { get; } = writes;
    }

    /// <summary>What a returned reference leads to is read or written: a touch, if that is vCPU state.</summary>
    public sealed class TouchThrough(Touch touch, Call reference) : Effect
    {
        public Touch Use { get; } = touch;

        public Call Reference { get; } = reference;
    }

    /// <summary>From here vCPUs may run.</summary>
    public sealed class Resume(TextSpan site, string member) : Effect
    {
        public TextSpan Site { get; } = site;

        public string Member { get; } = member;
    }

    /// <summary>From here no vCPU runs; a weak pause may have been that of another machine.</summary>
    public sealed class Pause(bool isWeak) : Effect
    {
        public bool IsWeak { get; } = isWeak;
    }

    /// <summary>A pausing scope begins and remembers the state before it.</summary>
    public sealed class Acquire(int token) : Effect
    {
        /// <summary>In a contract: the scope is what the member returns.</summary>
        public const int Returned = -1;

        public int Token { get; } = token;
    }

    /// <summary>A pausing scope ends: the state is what it was before.</summary>
    public sealed class Release(int token, Effect otherwise) : Effect
    {
        public int Token { get; } = token;

        /// <summary>What happens instead if it was no pausing scope.</summary>
        public Effect Otherwise { get; } = otherwise;
    }

    /// <summary>Something is disposed of that may be a pausing scope of elsewhere.</summary>
    public sealed class ReleaseUnknown(ValueExpr value) : Effect
    {
        public ValueExpr Value { get; } = value;
    }

    /// <summary>A call of a member with known targets.</summary>
    public sealed class Call(TextSpan site, CallTarget[] targets, ValueExpr?[] arguments, CallMode mode, int resultToken = -1, string? declared = null) : Effect
    {
        /// <summary>A virtual call with more targets is decided only if none of them does anything.</summary>
        public const int MaxTargets = 32;

        public TextSpan Site { get; } = site;

        public CallTarget[] Targets { get; } = targets;

        /// <summary>By the ordinal of the parameter; null where the analysis has no interest in the value.</summary>
        public ValueExpr?[] Arguments { get; } = arguments;

        public CallMode Mode { get; } = mode;

        /// <summary>The pausing scope that the callee may return; -1: nobody keeps it.</summary>
        public int ResultToken { get; } = resultToken;

        /// <summary>The member that the targets override or implement, if there are too many of them.</summary>
        public string? Declared { get; } = declared;
    }

    /// <summary>A call of a delegate, or of a part of the same member.</summary>
    public sealed class Invoke(
        TextSpan site, ValueExpr callee, ValueExpr?[] arguments, CallMode mode, bool mayNotHappen, bool mayRepeat, bool runsBeside = false,
        bool mayBeSeveral = false, int resultToken = -1) : Effect
    {
        /// <summary>Whether the delegate is kept where others may be added to it: it runs again only if more than one was.</summary>
        public bool MayBeSeveral { get; } = mayBeSeveral;

        /// <summary>The pausing scope that the delegate may return; -1: nobody keeps it.</summary>
        public int ResultToken { get; } = resultToken;

        /// <summary>Whether another thread runs it while this body awaits it: if nobody waits for this body, it runs whenever it likes.</summary>
        public bool RunsBeside { get; } = runsBeside;

        public TextSpan Site { get; } = site;

        public ValueExpr Callee { get; } = callee;

        public ValueExpr?[] Arguments { get; } = arguments;

        public CallMode Mode { get; } = mode;

        public bool MayNotHappen { get; } = mayNotHappen;

        public bool MayRepeat { get; } = mayRepeat;
    }

    /// <summary>A lazy sequence is enumerated: its code and the consumer's take turns.</summary>
    public sealed class Consume(
        TextSpan site, ValueExpr sequence, Effect body, int continueLabel, int exitLabel, HashSet<int>? labels = null, bool holdsDelegates = false) : Effect
    {
        /// <summary>Whether its elements are delegates: they run when the body calls them.</summary>
        public bool HoldsDelegates { get; } = holdsDelegates;

        public TextSpan Site { get; } = site;

        public ValueExpr Source { get; } = sequence;

        public Effect Body { get; } = body;

        public int ContinueLabel { get; } = continueLabel;

        public int ExitLabel { get; } = exitLabel;

        /// <summary>The labels in the body: a jump to another one leaves it.</summary>
        public HashSet<int> Labels { get; } = labels is null ? [continueLabel] : [.. labels, continueLabel];
    }

    /// <summary>A delegate or lazy sequence gets to where it may run at any time.</summary>
    public sealed class Defer(TextSpan site, ValueExpr value, string how, bool startsAtOnce = false) : Effect
    {
        /// <summary>Whether it runs beside the code that follows, not only later.</summary>
        public bool StartsAtOnce { get; } = startsAtOnce;


        public TextSpan Site { get; } = site;

        public ValueExpr Value { get; } = value;

        public string How { get; } = how;
    }

    /// <summary>Code that was started before runs now, or does not; what it touches was said where it was started.</summary>
    public sealed class Meanwhile(Effect program) : Effect
    {
        public Effect Program { get; } = program;
    }

    /// <summary>What happened so far may be all: an exception leaves from here.</summary>
    public sealed class MayThrow : Effect
    {
        public static readonly MayThrow Instance = new();
    }

    public sealed class Throw : Effect
    {
        public static readonly Throw Instance = new();
    }

    public sealed class If(Effect condition, Effect then, Effect otherwise) : Effect
    {
        public Effect Condition { get; } = condition;

        public Effect Then { get; } = then;

        public Effect Else { get; } = otherwise;
    }

    /// <summary>Condition: the vCPUs are stopped, or they are not.</summary>
    public sealed class Test(Guard guard, bool stoppedWhen) : Effect
    {
        public Guard Guard { get; } = guard;

        public bool StoppedWhen { get; } = stoppedWhen;
    }

    /// <summary>Condition: a parameter has this constant value.</summary>
    public sealed class TestParameter(int part, int ordinal, object constant) : Effect
    {
        public int Part { get; } = part;

        public int Ordinal { get; } = ordinal;

        public object Wanted { get; } = constant;
    }

    /// <summary>Condition: a member that may be a test itself (<c>bool Stopped => !_vm.IsRunning;</c>).</summary>
    public sealed class TestCall(Call call) : Effect
    {
        public Call Tested { get; } = call;
    }

    public sealed class Constant(bool value) : Effect
    {
        public bool Value { get; } = value;
    }

    public sealed class Not(Effect condition) : Effect
    {
        public Effect Condition { get; } = condition;
    }

    /// <summary>Condition: both, or (<see cref="IsOr"/>) one of them, from left to right.</summary>
    public sealed class AndOr(Effect left, Effect right, bool isOr) : Effect
    {
        public Effect Left { get; } = left;

        public Effect Right { get; } = right;

        public bool IsOr { get; } = isOr;
    }

    /// <summary>Condition: a prelude, then the condition itself.</summary>
    public sealed class After(Effect prelude, Effect condition) : Effect
    {
        public Effect Prelude { get; } = prelude;

        public Effect Condition { get; } = condition;
    }

    /// <summary>Arms that are tried from top to bottom.</summary>
    public sealed class Switch(Arm[] arms, bool isExhaustive, int exitLabel) : Effect
    {
        public Arm[] Arms { get; } = arms;

        /// <summary>Whether one arm always matches: a default among them, or a value that no arm takes throws.</summary>
        public bool IsExhaustive { get; } = isExhaustive;

        public int ExitLabel { get; } = exitLabel;
    }

    /// <summary>An arm; without a condition it is the default, and comes last wherever it stands.</summary>
    public sealed class Arm(Effect? condition, Effect body)
    {
        public Effect? Condition { get; } = condition;

        public Effect Body { get; } = body;
    }

    public sealed class Loop(Effect? condition, Effect body, Effect next, bool testsFirst, int continueLabel, int exitLabel) : Effect
    {
        /// <summary>Null: true.</summary>
        public Effect? Condition { get; } = condition;

        public Effect Body { get; } = body;

        public Effect Next { get; } = next;

        public bool TestsFirst { get; } = testsFirst;

        public int ContinueLabel { get; } = continueLabel;

        public int ExitLabel { get; } = exitLabel;
    }

    public sealed class Label(int id) : Effect
    {
        public int Id { get; } = id;
    }

    public sealed class Jump(int label) : Effect
    {
        public int Target { get; } = label;
    }

    public sealed class Return(int token) : Effect
    {
        /// <summary>The pausing scope that is returned; -1: none.</summary>
        public int Token { get; } = token;
    }

    public sealed class Try(Effect body, Catch[] catches, Effect? final, HashSet<int> labels) : Effect
    {
        public Effect Body { get; } = body;

        public Catch[] Catches { get; } = catches;

        public Effect? Finally { get; } = final;

        /// <summary>The labels inside: a jump to one of them does not leave.</summary>
        public HashSet<int> Labels { get; } = labels;
    }

    public sealed class Catch(Effect? filter, Effect body, bool catchesAll, TextSpan site = default)
    {
        /// <summary>The filter's place.</summary>
        public TextSpan Site { get; } = site;


        public Effect? Filter { get; } = filter;

        public Effect Body { get; } = body;

        public bool CatchesAll { get; } = catchesAll;
    }

    /// <summary>An await: an async body that nobody waits for goes on after it whenever it likes.</summary>
    public sealed class Suspend : Effect
    {
        public static readonly Suspend Instance = new();
    }

    /// <summary>An iterator hands out an element: its consumer runs until it asks for the next one.</summary>
    public sealed class Yield : Effect
    {
        public static readonly Yield Instance = new();
    }

    public sealed class Block(TextSpan site, string call) : Effect
    {
        public TextSpan Site { get; } = site;

        public string Member { get; } = call;
    }

    public sealed class Undecided(TextSpan site, string reason) : Effect
    {
        public TextSpan Site { get; } = site;

        public string Reason { get; } = reason;
    }
}
