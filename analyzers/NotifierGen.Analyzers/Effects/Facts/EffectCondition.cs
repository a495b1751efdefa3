using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>The condition of a line, <c>when=parameter:constant</c>, against the parameters of a method.</summary>
/// <param name="Parameter">The parameter's ordinal.</param>
/// <param name="Constant">The constant as <c>IOperation.ConstantValue</c> has it.</param>
internal readonly record struct EffectCondition(int Parameter, object? Constant)
{
    /// <summary>What starts a condition.</summary>
    public const string Keyword = "when=";

    /// <summary>Reads a condition; if it cannot be read, the mistake says why.</summary>
    public static bool TryRead(string text, EffectVerb verb, ISymbol symbol, out EffectCondition condition, out string mistake)
    {
        condition = default;
        int colon = text.IndexOf(':');
        if (!text.StartsWith(Keyword, StringComparison.Ordinal) || colon <= Keyword.Length || colon == text.Length - 1)
        {
            mistake = $"'{text}' is no condition; write 'when=parameter:constant', for example 'when=force:true'";
            return false;
        }

        if (!EffectFit.TakesCondition(verb))
        {
            mistake = $"'{verb.Name}' holds always or never; remove '{text}'";
            return false;
        }

        string name = text.Substring(Keyword.Length, colon - Keyword.Length);
        ImmutableArray<IParameterSymbol> parameters = symbol is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty;
        if (parameters.FirstOrDefault(candidate => candidate.Name == name) is not { } parameter)
        {
            mistake = parameters.IsEmpty
                ? $"'{symbol.Name}' has no parameters, so it does always or never what the line says; remove '{text}'"
                : $"'{symbol.Name}' has no parameter '{name}'; it has {string.Join(", ", parameters.Select(candidate => $"'{candidate.Name}'"))}";
            return false;
        }

        string constant = text.Substring(colon + 1);
        if (!TryReadConstant(constant, parameter.Type, out object? value))
        {
            mistake = $"'{constant}' is no value of '{name}' that can be compared; {Possible(parameter.Type)}";
            return false;
        }

        condition = new EffectCondition(parameter.Ordinal, value);
        mistake = "";
        return true;
    }

    private static string Possible(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return "write true or false";
        }

        if (type is { TypeKind: TypeKind.Enum })
        {
            return $"write a member of '{type.Name}'";
        }

        if (TryReadNumber("0", type.SpecialType, out _))
        {
            return $"write an integer that fits into '{type.ToDisplayString()}'";
        }

        return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? "write null, the only constant of its type that is known here"
            : $"parameters of type '{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' have no constants here";
    }

    private static bool TryReadConstant(string text, ITypeSymbol type, out object? value)
    {
        value = null;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            // As it is written in C#, with or without the name of the enumeration.
            string member = text.Substring(text.LastIndexOf('.') + 1);
            if (enumeration.GetMembers(member).FirstOrDefault() is IFieldSymbol { HasConstantValue: true } field)
            {
                value = field.ConstantValue;
                return true;
            }

            return enumeration.EnumUnderlyingType is { } number && TryReadNumber(text, number.SpecialType, out value);
        }

        if (type.SpecialType == SpecialType.System_Boolean)
        {
            value = text == "true";
            return text is "true" or "false";
        }

        if (text == "null")
        {
            return type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        }

        return TryReadNumber(text, type.SpecialType, out value);
    }

    private static bool TryReadNumber(string text, SpecialType type, out object? value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        value = type switch
        {
            SpecialType.System_SByte => sbyte.TryParse(text, NumberStyles.AllowLeadingSign, culture, out sbyte number) ? number : null,
            SpecialType.System_Byte => byte.TryParse(text, NumberStyles.None, culture, out byte number) ? number : null,
            SpecialType.System_Int16 => short.TryParse(text, NumberStyles.AllowLeadingSign, culture, out short number) ? number : null,
            SpecialType.System_UInt16 => ushort.TryParse(text, NumberStyles.None, culture, out ushort number) ? number : null,
            SpecialType.System_Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int number) ? number : null,
            SpecialType.System_UInt32 => uint.TryParse(text, NumberStyles.None, culture, out uint number) ? number : null,
            SpecialType.System_Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out long number) ? number : null,
            SpecialType.System_UInt64 => ulong.TryParse(text, NumberStyles.None, culture, out ulong number) ? number : null,
            _ => (object?)null,
        };
        return value is not null;
    }
}
