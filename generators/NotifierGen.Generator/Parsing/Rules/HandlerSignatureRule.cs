using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0001: a method that a row cannot call, or whose answer it could not use.</summary>
internal static class HandlerSignatureRule
{
    public const string Id = "NG0001";

    /// <summary>Whether the kind of method may be a handler at all; if not, nothing else is worth checking.</summary>
    public static bool CanBeHandler(IMethodSymbol method, ref ViolationList violations)
    {
        string? mistake = method.MethodKind switch
        {
            MethodKind.Ordinary or MethodKind.DeclareMethod => StaticInterfaceMember(method),
            MethodKind.ExplicitInterfaceImplementation => "it implements an interface member explicitly; put the attribute on the interface's member",
            MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove or MethodKind.EventRaise
                => "it is an accessor; call the property from a method and put the attribute there",
            MethodKind.UserDefinedOperator or MethodKind.BuiltinOperator or MethodKind.Conversion => "it is an operator",
            MethodKind.Constructor or MethodKind.StaticConstructor => "it is a constructor",
            MethodKind.Destructor => "it is a finalizer",
            MethodKind.LocalFunction => "it is a local function; make it a method of the device",
            MethodKind.AnonymousFunction => "it is a lambda; make it a method of the device",
            _ => "it is no ordinary method",
        };
        mistake ??= IsForbidden(method)
            ? "nothing may call it, it is marked [Obsolete] as an error; remove [OnMigrationEvent], or let the mark be a warning"
            : null;

        if (mistake is null)
        {
            return true;
        }

        violations.Add(Id, method, method.MethodKind == MethodKind.AnonymousFunction ? "lambda" : HandlerRules.Name(method), mistake);
        return false;
    }

    public static void Check(IMethodSymbol method, ImmutableArray<AttributeData> attributes, ref ViolationList violations)
    {
        bool returnsAnswer = HandlerAttribute.IsNotifierGenType(method.ReturnType, "SetupResult");
        bool returnIsLegal = !method.ReturnsByRef && !method.ReturnsByRefReadonly
            && (method.ReturnsVoid || (returnsAnswer && OnlyEventsThatMayRefuse(attributes)));

        if (returnIsLegal && !method.IsAsync && !method.IsGenericMethod && !method.IsVararg && HasLegalParameters(method)
            && !(method.IsStatic && IsForUnmanagedCallers(attributes)))
        {
            return;
        }

        violations.Add(Id, method, HandlerRules.Name(method), Describe(method, attributes, returnsAnswer, returnIsLegal));
    }

    /// <summary>Whether every event of the method is one that may be refused; an event outside the enumeration is not this rule's concern.</summary>
    public static bool OnlyEventsThatMayRefuse(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData data in attributes)
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute)
                && !attribute.MayRefuse && attribute.Event <= EventKind.IncomingFailed)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a row can pass the context: no parameter, or <c>in MigrationContext</c>.</summary>
    public static bool HasLegalParameters(IMethodSymbol method) =>
        method.Parameters.Length == 0
        || (method.Parameters.Length == 1
            && method.Parameters[0].RefKind == RefKind.In
            && HandlerAttribute.IsNotifierGenType(method.Parameters[0].Type, "MigrationContext"));

    /// <summary>Whether calling the method, or naming its class, is an error to the compiler.</summary>
    private static bool IsForbidden(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments: [_, { Value: true }] })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? StaticInterfaceMember(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface } && (method.IsAbstract || method.IsVirtual)
            ? "a static abstract or virtual interface member has no implementation that a table could call; make it an instance member, or put the attribute on the methods that implement it"
            : null;

    private static bool IsForUnmanagedCallers(ImmutableArray<AttributeData> attributes)
    {
        foreach (AttributeData data in attributes)
        {
            if (data.AttributeClass?.Name == "UnmanagedCallersOnlyAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static string Describe(IMethodSymbol method, ImmutableArray<AttributeData> attributes, bool returnsAnswer, bool returnIsLegal)
    {
        var text = new StringBuilder();
        if (method.IsAsync)
        {
            Append(text, method.ReturnsVoid
                ? "it is async void: it would return to the dispatch before its work is done"
                : "it is async: the dispatch would not wait for it");
        }

        if (!returnIsLegal)
        {
            Append(text, DescribeReturn(method, returnsAnswer));
        }

        if (method.IsGenericMethod)
        {
            Append(text, "it is generic: nothing says with which type to call it");
        }

        if (method.IsVararg || !HasLegalParameters(method))
        {
            Append(text, DescribeParameters(method));
        }

        if (method.IsStatic && IsForUnmanagedCallers(attributes))
        {
            Append(text, "it is for unmanaged callers only");
        }

        return text.ToString();
    }

    private static string DescribeReturn(IMethodSymbol method, bool returnsAnswer)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return "it returns by reference";
        }

        if (returnsAnswer)
        {
            return "it returns SetupResult, and only Setup and IncomingSetup may be refused";
        }

        string type = method.ReturnType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        return IsSequence(method.ReturnType)
            ? $"it returns {type}, which nobody would enumerate"
            : $"it returns {type}; a handler returns void, or SetupResult for Setup and IncomingSetup";
    }

    private static bool IsSequence(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_IEnumerator
            or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IEnumerator_T
        || type.Name is "IAsyncEnumerable" or "IAsyncEnumerator";

    private static string DescribeParameters(IMethodSymbol method)
    {
        if (method.IsVararg || method.Parameters.Length != 1)
        {
            return "it has more than one parameter; a handler has none, or 'in MigrationContext'";
        }

        IParameterSymbol parameter = method.Parameters[0];
        return HandlerAttribute.IsNotifierGenType(parameter.Type, "MigrationContext")
            ? $"its parameter '{parameter.Name}' must be passed by 'in'"
            : $"its parameter '{parameter.Name}' is not 'in MigrationContext'";
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
