namespace NotifierGen.Analyzers.Effects.Ir;

/// <content>Branches and what decides them.</content>
internal abstract partial class Effect
{
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
}
