using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Parsing;

namespace NotifierGen.Analyzers.Dispatchers;

/// <summary>Which handlers of an application are in no dispatch table, found out once, when somebody asks.</summary>
internal sealed class Composition
{
    private readonly object _lock = new object();
    private readonly Compilation _compilation;
    private bool _isKnown;
    private IMethodSymbol? _firstHandler;
    private string? _uncomposed;

    public Composition(Compilation compilation) => _compilation = compilation;

    /// <summary>The names of the assemblies whose handlers no dispatcher composes; null if there are none.</summary>
    /// <param name="firstHandler">The first such handler of this compilation, if it has one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public string? Uncomposed(out IMethodSymbol? firstHandler, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_isKnown)
            {
                Search(cancellationToken);
                _isKnown = true;
            }

            firstHandler = _firstHandler;
            return _uncomposed;
        }
    }

    /// <summary>Whether any referenced assembly offers handlers.</summary>
    public bool ReferencesHandlers() => _compilation.SourceModule.ReferencedAssemblySymbols.Any(HasManifest);

    private static bool HasManifest(IAssemblySymbol assembly) =>
        ManifestParser.MayHaveManifest(assembly) && assembly.GetAttributes().Any(OffersHandlers);

    // A manifest of a schema that is not known here may offer anything; an empty one offers nothing.
    private static bool OffersHandlers(AttributeData attribute) =>
        ManifestParser.SchemaOf(attribute) is not null
        && attribute.ConstructorArguments is not [_, { Kind: TypedConstantKind.Array, Values.IsEmpty: true }];

    private void Search(CancellationToken cancellationToken)
    {
        // A dispatcher of this compilation composes whatever it references.
        if (SourceSymbols.HasDispatcher(_compilation.Assembly, cancellationToken))
        {
            return;
        }

        var names = new List<string>();
        _firstHandler = SourceSymbols.Handlers(_compilation, cancellationToken).FirstOrDefault();
        if (_firstHandler is not null)
        {
            names.Add(_compilation.Assembly.Name);
        }

        ILookup<string, AssemblyIdentity> composed = ComposedElsewhere(cancellationToken).ToLookup(identity => identity.Name, StringComparer.Ordinal);
        names.AddRange(_compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => HasManifest(assembly) && !IsComposed(assembly.Identity, composed[assembly.Name]))
            .Select(assembly => HasNamesake(assembly) ? assembly.Identity.GetDisplayName() : assembly.Name)
            .OrderBy(name => name, StringComparer.Ordinal));
        _uncomposed = names.Count == 0 ? null : string.Join(", ", names.Select(name => "'" + name + "'"));
    }

    // A version that is not here itself is replaced by the one that is.
    private bool IsComposed(AssemblyIdentity assembly, IEnumerable<AssemblyIdentity> composed) =>
        composed.Any(identity => identity == assembly || !_compilation.SourceModule.ReferencedAssemblies.Contains(identity));

    private bool HasNamesake(IAssemblySymbol assembly) =>
        _compilation.SourceModule.ReferencedAssemblySymbols.Any(other => other.Name == assembly.Name && other.Identity != assembly.Identity);

    /// <summary>A library with a dispatcher has composed itself and what it references.</summary>
    private HashSet<AssemblyIdentity> ComposedElsewhere(CancellationToken cancellationToken)
    {
        var composed = new HashSet<AssemblyIdentity>();
        foreach (IAssemblySymbol assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (ManifestParser.MayHaveManifest(assembly) && SourceSymbols.HasDispatcher(assembly, cancellationToken))
            {
                composed.Add(assembly.Identity);
                composed.UnionWith(assembly.Modules.SelectMany(module => module.ReferencedAssemblies));
            }
        }

        return composed;
    }
}
