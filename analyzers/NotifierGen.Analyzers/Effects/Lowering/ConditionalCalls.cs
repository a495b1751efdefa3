using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Calls that the compiler leaves out, arguments and all, because no symbol of a <c>[Conditional]</c> of the method is defined.</summary>
internal static class ConditionalCalls
{
    public static bool IsOmitted(IInvocationOperation invocation)
    {
        if (!invocation.TargetMethod.ReturnsVoid)
        {
            return false;
        }

        bool isConditional = false;
        for (IMethodSymbol? method = invocation.TargetMethod; method is not null; method = method.OverriddenMethod)
        {
            foreach (AttributeData attribute in method.GetAttributes())
            {
                if (attribute is { AttributeClass: { Name: "ConditionalAttribute", ContainingNamespace.Name: "Diagnostics" }, ConstructorArguments: [{ Value: string symbol }] })
                {
                    isConditional = true;
                    if (IsDefined(symbol, invocation.Syntax.SyntaxTree))
                    {
                        return false;
                    }
                }
            }
        }

        return isConditional;
    }

    private static bool IsDefined(string symbol, SyntaxTree tree)
    {
        bool isDefined = tree.Options.PreprocessorSymbolNames.Contains(symbol, StringComparer.Ordinal);
        return tree.GetRoot() is { ContainsDirectives: true } root
            ? root.GetFirstDirective(directive => directive is DefineDirectiveTriviaSyntax define && define.Name.ValueText == symbol) is not null
                || (isDefined && root.GetFirstDirective(directive => directive is UndefDirectiveTriviaSyntax undef && undef.Name.ValueText == symbol) is null)
            : isDefined;
    }
}
