using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads the rows that referenced assemblies offer.</summary>
internal static class ManifestParser
{
    private const string Library = "NotifierGen";

    // Between edits the compiler keeps the symbols of references whose own references have not changed, so an assembly is read once.
    // The values hold no symbols: they do not keep a compilation alive.
    private static readonly ConditionalWeakTable<IAssemblySymbol, StrongBox<EquatableArray<ComposableRow>>> s_read = new();

    /// <summary>The rows of every referenced assembly with a manifest of this schema.</summary>
    public static EquatableArray<ComposableRow> Parse(Compilation compilation, CancellationToken cancellationToken)
    {
        List<ComposableRow> rows = ParseAll(compilation, out bool hasNamesakes, cancellationToken);
        if (hasNamesakes)
        {
            HashSet<(string Alias, string RowClass)> ambiguous = Ambiguous(rows, compilation.Assembly.Name);
            rows.RemoveAll(row => ambiguous.Contains((row.Row.Alias, row.Row.RowClass)));
        }

        return new EquatableArray<ComposableRow>([.. rows]);
    }

    /// <summary>
    /// The rows that are left out because no name tells them apart: two assemblies of one simple name, referenced side by side without an
    /// extern alias, have device classes of one name, or an assembly has the project's own name. See NG0014.
    /// </summary>
    public static IReadOnlyList<ComposableRow> ParseAmbiguous(Compilation compilation, CancellationToken cancellationToken)
    {
        List<ComposableRow> rows = ParseAll(compilation, out bool hasNamesakes, cancellationToken);
        HashSet<(string Alias, string RowClass)> ambiguous = hasNamesakes ? Ambiguous(rows, compilation.Assembly.Name) : [];
        return [.. rows.Where(row => ambiguous.Contains((row.Row.Alias, row.Row.RowClass)))];
    }

    /// <summary>Whether an assembly's own metadata names the runtime library: without that there is nothing to look for.</summary>
    public static bool MayHaveManifest(IAssemblySymbol assembly)
    {
        foreach (IModuleSymbol module in assembly.Modules)
        {
            foreach (AssemblyIdentity identity in module.ReferencedAssemblies)
            {
                if (identity.Name == Library)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The manifest's schema version, if the attribute is one.</summary>
    public static int? SchemaOf(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "NotifierManifestAttribute" } type
        && IsCompilerServices(type)
        && attribute.ConstructorArguments is [{ Value: int version }, ..]
            ? version
            : null;

    private static List<ComposableRow> ParseAll(Compilation compilation, out bool hasNamesakes, CancellationToken cancellationToken)
    {
        var rows = new List<ComposableRow>();
        var names = new HashSet<string>(StringComparer.Ordinal) { compilation.Assembly.Name };
        hasNamesakes = false;
        foreach (MetadataReference reference in compilation.References)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                EquatableArray<ComposableRow> read = s_read.GetValue(assembly, Read).Value;
                Add(read, ReferenceAlias.Of(reference), rows);
                hasNamesakes |= read.Count > 0 && !names.Add(assembly.Name);
            }
        }

        return rows;
    }

    private static HashSet<(string Alias, string RowClass)> Ambiguous(List<ComposableRow> rows, string ownAssembly)
    {
        var ambiguous = new HashSet<(string Alias, string RowClass)>();
        var firstOf = new Dictionary<(string Alias, string RowClass), string>();
        foreach (ComposableRow row in rows)
        {
            (string Alias, string RowClass) name = (row.Row.Alias, row.Row.RowClass);
            if (row.Row.Assembly == ownAssembly && name.Alias == ReferenceAlias.None)
            {
                // The compiler would take the name for a class of the project itself.
                ambiguous.Add(name);
            }
            else if (!firstOf.TryGetValue(name, out string? first))
            {
                firstOf.Add(name, row.DeviceKey.Identity);
            }
            else if (first != row.DeviceKey.Identity)
            {
                ambiguous.Add(name);
            }
        }

        return ambiguous;
    }

    private static void Add(EquatableArray<ComposableRow> read, string alias, List<ComposableRow> rows)
    {
        foreach (ComposableRow row in read)
        {
            rows.Add(alias == ReferenceAlias.None ? row : row with { Row = row.Row with { Alias = alias } });
        }
    }

    private static StrongBox<EquatableArray<ComposableRow>> Read(IAssemblySymbol assembly)
    {
        var rows = new List<ComposableRow>();
        if (MayHaveManifest(assembly))
        {
            foreach (AttributeData attribute in assembly.GetAttributes())
            {
                if (SchemaOf(attribute) == ManifestSchema.Version && attribute.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } types])
                {
                    foreach (TypedConstant constant in types.Values)
                    {
                        ReadRowClass(constant.Value as INamedTypeSymbol, assembly, rows);
                    }
                }
            }
        }

        return new StrongBox<EquatableArray<ComposableRow>>(new EquatableArray<ComposableRow>([.. rows]));
    }

    private static void ReadRowClass(INamedTypeSymbol? rowClass, IAssemblySymbol assembly, List<ComposableRow> rows)
    {
        if (rowClass is not { TypeKind: TypeKind.Class }
            || Find(rowClass, "DeviceRowsAttribute")?.ConstructorArguments is not [{ Value: INamedTypeSymbol device }, { Value: string deviceName }])
        {
            return;
        }

        TypeKey key = TypeNames.Key(device.OriginalDefinition);
        string rowClassName = TypeNames.FullName(rowClass);
        foreach (ISymbol member in rowClass.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                && Find(method, "DeviceRowAttribute") is { } attribute
                && ReadRow(attribute, deviceName, assembly.Name, rowClassName, method.Name) is { } row)
            {
                rows.Add(new ComposableRow(row, key, EdgeParser.Parse(attribute, "After", null), EdgeParser.Parse(attribute, "Before", null)));
            }
        }
    }

    private static TableRow? ReadRow(AttributeData attribute, string device, string assembly, string rowClass, string method)
    {
        if (attribute.ConstructorArguments is not [{ Value: string handler }, { Value: byte kind }, { Value: byte phase }, { Value: byte modes }]
            || kind > (byte)EventKind.IncomingFailed || phase > (byte)PhaseKind.AfterVmStart)
        {
            return null;
        }

        int order = 0;
        int budget = 0;
        bool requiresStoppedVm = false;
        bool isStatic = false;
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            switch (argument)
            {
                case { Key: "Order", Value.Value: int value }:
                    order = value;
                    break;
                case { Key: "BudgetMicroseconds", Value.Value: int value }:
                    budget = value;
                    break;
                case { Key: "RequiresStoppedVm", Value.Value: bool value }:
                    requiresStoppedVm = value;
                    break;
                case { Key: "IsStatic", Value.Value: bool value }:
                    isStatic = value;
                    break;
            }
        }

        Section section = HandlerParser.SectionOf((EventKind)kind, (PhaseKind)phase);
        return new TableRow(device, handler, section, modes, order, budget, requiresStoppedVm, isStatic, assembly, ReferenceAlias.None, rowClass, method, Cref: null);
    }

    private static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && IsCompilerServices(type))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool IsCompilerServices(INamedTypeSymbol type) =>
        type.ContainingNamespace is
        {
            Name: "CompilerServices",
            ContainingNamespace: { Name: "NotifierGen", ContainingNamespace.IsGlobalNamespace: true },
        };
}
