using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Sessions.Host;

/// <summary>A method that is being read, and what its parameters are worth in the call at hand, as far as that is known.</summary>
internal sealed class CallFrame : IEquatable<CallFrame>
{
    private const int DeepestFrame = 32;

    private readonly ImmutableArray<object?> _values;

    private CallFrame(IMethodSymbol method, ImmutableArray<object?> values, int depth)
    {
        Method = method;
        _values = values;
        Depth = depth;
    }

    public IMethodSymbol Method { get; }

    private int Depth { get; }

    /// <summary>The frame of a call that stands in another one; null if that is too deep: helpers of helpers are read, but not for ever.</summary>
    public static CallFrame? Enter(IInvocationOperation call, CallFrame? caller)
    {
        int depth = (caller?.Depth ?? 0) + 1;
        if (depth > DeepestFrame)
        {
            return null;
        }

        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        var values = new object?[method.Parameters.Length];
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: int ordinal } && ordinal < values.Length)
            {
                values[ordinal] = HostValue.Of(argument.Value, caller);
            }
        }

        return new CallFrame(method, ImmutableArray.Create(values), depth);
    }

    /// <summary>What a parameter is worth; null if it is not known, or of another method.</summary>
    public object? Value(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, Method) ? _values[parameter.Ordinal] : null;

    public bool Equals(CallFrame? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as CallFrame);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}
