using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Ir;

/// <content>What runs other code: now, in turns, or later.</content>
internal abstract partial class Effect
{
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
}
