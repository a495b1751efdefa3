using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What is done with the value of an operation.</summary>
/// <param name="Token">Where it is kept, if it is a pausing scope; -1: nowhere.</param>
/// <param name="Mode">Who waits for it, if it is a task.</param>
internal readonly record struct ValueUse(int Token, CallMode Mode)
{
    public static readonly ValueUse None = new(-1, CallMode.Started);

    public static ValueUse KeptIn(int token) => new(token, CallMode.Started);
}
