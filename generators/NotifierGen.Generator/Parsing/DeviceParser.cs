using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads the types that declare handlers, and how partial types are declared.</summary>
internal static class DeviceParser
{
    // The handlers of a class are parsed one by one, on every edit: what they share is read once for each compilation.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, DeviceClassModel> s_parsed = new();

    public static DeviceClassModel Parse(INamedTypeSymbol type, Compilation compilation) =>
        s_parsed.TryGetValue(type, out DeviceClassModel? parsed) ? parsed : s_parsed.GetValue(type, _ => ParseNew(type, compilation));

    public static PartialType ParseDeclaration(INamedTypeSymbol type)
    {
        var declarations = new List<string>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            declarations.Insert(0, Declaration(current));
        }

        return new PartialType(TypeNames.Namespace(type), new EquatableArray<string>([.. declarations]));
    }

    private static DeviceClassModel ParseNew(INamedTypeSymbol type, Compilation compilation) => new(
        TypeNames.Key(type),
        TypeNames.FullName(type),
        TypeNames.TypeReference(type),
        TypeNames.Cref(type),
        type.IsGenericType,
        ParseDeclaration(type),
        SuppressionParser.ParseDevice(type, compilation));

    /// <summary>What a further part needs: the names. Constraints and modifiers need not be repeated, and a variant interface can contain no type.</summary>
    private static string Declaration(INamedTypeSymbol type)
    {
        var text = new StringBuilder("partial ").Append(Keyword(type)).Append(' ').Append(Identifiers.EscapeDeclared(type.Name));
        if (type.TypeParameters.IsEmpty)
        {
            return text.ToString();
        }

        text.Append('<');
        for (int i = 0; i < type.TypeParameters.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Identifiers.EscapeDeclared(type.TypeParameters[i].Name));
        }

        return text.Append('>').ToString();
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };
}
