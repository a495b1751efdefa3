using System.Text;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0009: a class that the generator cannot make a dispatcher.</summary>
internal static class DispatcherTypeRule
{
    public const string Id = "NG0009";

    public static void Check(INamedTypeSymbol type, ref ViolationList violations, CancellationToken cancellationToken)
    {
        bool derives = DerivesFromDispatcher(type);
        INamedTypeSymbol? notPartial = ReachabilityRule.FirstNotPartial(type, cancellationToken);
        if (derives && notPartial is null && !type.IsStatic && !type.IsGenericType && !DeviceTypeRule.IsFileLocal(type))
        {
            return;
        }

        violations.Add(Id, type, HandlerRules.TypeName(type), Describe(type, derives, notPartial));
    }

    private static string Describe(INamedTypeSymbol type, bool derives, INamedTypeSymbol? notPartial)
    {
        var text = new StringBuilder();
        if (notPartial is not null)
        {
            Append(text, SymbolEqualityComparer.Default.Equals(notPartial, type)
                ? "it is not partial"
                : $"it is nested in '{HandlerRules.TypeName(notPartial)}', which is not partial");
        }

        if (type.IsStatic)
        {
            Append(text, "it is static, and a dispatcher is an object");
        }

        if (type.IsGenericType)
        {
            Append(text, "it is generic, or nested in a generic type");
        }

        if (DeviceTypeRule.IsFileLocal(type))
        {
            Append(text, "it is file-local, and the generated part stands in another file");
        }

        if (!derives)
        {
            Append(text, "it does not derive from MigrationDispatcher");
        }

        return text.ToString();
    }

    private static bool DerivesFromDispatcher(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (HandlerAttribute.IsNotifierGenType(current, "MigrationDispatcher"))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(StringBuilder text, string mistake)
    {
        if (text.Length > 0)
        {
            text.Append("; ");
        }

        text.Append(mistake);
    }
}
