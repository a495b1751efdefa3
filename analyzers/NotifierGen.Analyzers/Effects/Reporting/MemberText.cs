using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>A handler's name in messages.</summary>
internal static class MemberText
{
    public static string Of(IMethodSymbol handler) => HandlerRules.TypeName(handler.ContainingType) + "." + handler.Name.Substring(handler.Name.LastIndexOf('.') + 1);
}
