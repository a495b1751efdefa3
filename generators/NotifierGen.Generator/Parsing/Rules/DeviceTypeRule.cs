using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0006: a type whose objects cannot be registered, or that generated code cannot name.</summary>
internal static class DeviceTypeRule
{
    public const string Id = "NG0006";

    /// <summary>Checks the type a handler is declared in; true if it can be a device.</summary>
    public static bool Check(IMethodSymbol method, ref ViolationList violations)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (Mistake(method, type) is not { } mistake)
        {
            return true;
        }

        violations.Add(Id, method, HandlerRules.TypeName(type), HandlerRules.Name(method), mistake);
        return false;
    }

    private static string? Mistake(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Interface or TypeKind.Struct))
        {
            return "it is not a type of its own that could be registered; put the handler into a class";
        }

        if (IsFileLocal(type))
        {
            return "it is file-local, and the generated rows stand in another file";
        }

        if (method.IsStatic)
        {
            return IsGeneric(type)
                ? "it is generic, and nothing says for which type arguments the static handler is to run"
                : null;
        }

        return type.TypeKind switch
        {
            TypeKind.Struct when type.IsRefLikeType => "it is a ref struct, which cannot be registered",
            TypeKind.Struct => "it is a struct: registering it would box a copy, and the handler would work on that",
            TypeKind.Interface when IsGeneric(type) => "it is a generic interface; put the attribute on the methods of the classes that implement it, or on a base interface that is not generic",
            _ => null,
        };
    }

    /// <summary>Whether the type, or one that contains it, has type parameters.</summary>
    public static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType;

    /// <summary>Whether the type, or one that contains it, is visible in its own file only.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return true;
            }
        }

        return false;
    }
}
