using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Ir;

/// <content>Loops, jumps and exceptions.</content>
internal abstract partial class Effect
{
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

        /// <summary>What must hold beside the condition; asked where that holds.</summary>
        public Effect? Guard { get; init; }

        /// <summary>The positions of later arms that cannot match where the condition held, so that nothing comes to them from a guard that did not hold.</summary>
        public int[] Excluded { get; set; } = [];

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
}
