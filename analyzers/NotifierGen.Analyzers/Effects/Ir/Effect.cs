using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>
/// What a piece of code does to the VM, without symbols or syntax, as a structured program: code without an effect leaves nothing behind.
/// Conditions are effects with two outcomes; an effect that is no condition leads to both.
/// </summary>
internal abstract partial class Effect
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

    /// <summary>What a call or a delegate returned is read or written: a touch, if one of them returns vCPU state.</summary>
    public sealed class TouchThrough(Touch touch, Effect[] returning) : Effect
    {
        public Touch Use { get; } = touch;

        public Effect[] Returning { get; } = returning;
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

    /// <summary>What happened so far may be all: an exception leaves from here.</summary>
    public sealed class MayThrow : Effect
    {
        public static readonly MayThrow Instance = new();
    }

    public sealed class Throw : Effect
    {
        public static readonly Throw Instance = new();
    }

    /// <summary>An await: an async body that nobody waits for goes on after it whenever it likes.</summary>
    public sealed class Suspend : Effect
    {
        public static readonly Suspend Instance = new();
    }

    /// <summary>An iterator hands out an element: its consumer runs until it asks for the next one.</summary>
    /// <param name="index">Which of the body's yields it is.</param>
    public sealed class Yield(int index) : Effect
    {
        public int Index { get; } = index;
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
