using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Generator.Parsing;

namespace NotifierGen.Analyzers;

/// <summary>Turns what the shared checks find into diagnostics with real locations, so that pragmas, .editorconfig and code fixes work.</summary>
internal static class ViolationReport
{
    public static Diagnostic ToDiagnostic(this RuleViolation violation, CancellationToken cancellationToken)
    {
        var arguments = new object[violation.MessageArguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = violation.MessageArguments[i];
        }

        return Diagnostic.Create(Descriptors.Of(violation.RuleId), Locate(violation, cancellationToken), arguments);
    }

    /// <summary>An argument of an attribute, or the whole attribute if the argument is not written out.</summary>
    public static Location Locate(AttributeData attribute, string? argumentName, Location otherwise, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return otherwise;
        }

        return argumentName is not null && FindArgument(syntax, argumentName) is { } argument
            ? argument.GetLocation()
            : syntax.GetLocation();
    }

    /// <summary>The argument given to a parameter of the constructor or to a property.</summary>
    public static AttributeArgumentSyntax? FindArgument(AttributeSyntax attribute, string name)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return null;
        }

        int position = 0;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if ((argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } given)
            {
                if (given.Identifier.ValueText == name)
                {
                    return argument;
                }
            }
            else if (name == (position == 0 ? "migrationEvent" : "phase"))
            {
                return argument;
            }

            position++;
        }

        return null;
    }

    /// <summary>The name of a handler where its attribute stands: a partial method has two.</summary>
    public static Location NameOf(ISymbol symbol)
    {
        Location name = symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;
        if (symbol is not IMethodSymbol { PartialImplementationPart: { } implementation })
        {
            return name;
        }

        bool annotatedBelow = symbol.GetAttributes().Any(attribute =>
            attribute.ApplicationSyntaxReference is { } reference
            && implementation.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == reference.SyntaxTree && part.Span.Contains(reference.Span)));
        return annotatedBelow ? implementation.Locations[0] : name;
    }

    private static Location Locate(RuleViolation violation, CancellationToken cancellationToken)
    {
        Location name = violation.Symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function
            ? ArrowOf(function, cancellationToken)
            : NameOf(violation.Symbol);
        return violation.Attribute is { } attribute
            ? Locate(attribute, violation.ArgumentName, name, cancellationToken)
            : name;
    }

    // A lambda has no name; its arrow stands for it.
    private static Location ArrowOf(IMethodSymbol function, CancellationToken cancellationToken) =>
        function.DeclaringSyntaxReferences.Length > 0
            && function.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is LambdaExpressionSyntax lambda
            ? lambda.ArrowToken.GetLocation()
            : NameOf(function);
}
