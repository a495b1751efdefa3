namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>What a call does if one of its arguments is a certain constant: a <c>when=parameter:constant</c> line of an effect file.</summary>
/// <param name="Parameter">The parameter's ordinal.</param>
/// <param name="Constant">The value, of the type that <c>IOperation.ConstantValue</c> has for the parameter's type: enumerations as their number.</param>
/// <param name="Effects">What the call then does.</param>
internal readonly record struct ConditionalEffect(int Parameter, object? Constant, MemberEffects Effects);
