using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>
/// What is known of the members of a compilation and its references without looking at bodies: effect attributes and effect files, own and
/// inherited. Asked for every operation that the analysis meets, by several threads; the answers are kept.
/// </summary>
internal sealed class VmFacts
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<ulong, VmFacts>> s_facts = new();

    private readonly ConcurrentDictionary<ISymbol, ResolvedFacts> _resolved = new ConcurrentDictionary<ISymbol, ResolvedFacts>(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, MemberEffects> _parameters = new ConcurrentDictionary<ISymbol, MemberEffects>(SymbolEqualityComparer.Default);
    private readonly Lazy<FileFacts> _files;
    private readonly Lazy<WrittenFacts> _written;
    private readonly InheritedMembers _inherited;

    private VmFacts(Compilation compilation, ImmutableArray<EffectFile> files, ulong version)
    {
        FilesVersion = version;
        _files = new Lazy<FileFacts>(() => FileFacts.Resolve(files, compilation));
        _written = new Lazy<WrittenFacts>(() => new WrittenFacts(compilation, _files.Value));
        _inherited = new InheritedMembers(this);
    }

    /// <summary>A checksum of all effect files' names and texts; 0 without files.</summary>
    public ulong FilesVersion { get; }

    /// <summary>The lines of effect files that are not used.</summary>
    public ImmutableArray<EffectMistake> Mistakes => _files.Value.Mistakes;

    /// <summary>The facts of a compilation: one object for all analyzers that ask, for as long as the compilation lives.</summary>
    public static VmFacts Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        ImmutableArray<EffectFile> files = EffectFile.ReadAll(options.AdditionalFiles, cancellationToken);
        ulong version = 0;
        foreach (EffectFile file in files)
        {
            version = unchecked((version * 1099511628211) ^ file.Checksum);
        }

        if (!files.IsEmpty && version == 0)
        {
            version = 1;
        }

        return s_facts
            .GetValue(compilation, static _ => new ConcurrentDictionary<ulong, VmFacts>())
            .GetOrAdd(version, key => new VmFacts(compilation, files, key));
    }

    /// <summary>What is known of a member: written on it, on its property, event or type, or on a member that it overrides or implements.</summary>
    public MemberEffects Of(ISymbol member) => Resolve(member).Effects;

    /// <summary>What is written on the member itself.</summary>
    public MemberEffects Written(ISymbol member) => _written.Value.Of(Definition(member));

    /// <summary>The member or type on which that is written what <see cref="Of(ISymbol)"/> tells; null where it tells nothing.</summary>
    public ISymbol? Origin(ISymbol member) => Resolve(member).Origin;

    /// <summary>The members whose facts a member inherits, the next ones up; of interface members it implements by name, only those that have facts.</summary>
    public ImmutableArray<ISymbol> Inherited(ISymbol member) => _inherited.Of(Definition(member));

    /// <summary>What a method does if one of its arguments is a certain constant.</summary>
    public ImmutableArray<ConditionalEffect> Conditional(IMethodSymbol method) =>
        _files.Value.HasConditional ? ConditionalOf((IMethodSymbol)Definition(method)) : ImmutableArray<ConditionalEffect>.Empty;

    /// <summary>Whether using the parameter touches vCPU state.</summary>
    public bool IsVcpuState(IParameterSymbol parameter) => (OfParameter(parameter) & MemberEffects.VcpuState) != 0;

    /// <summary>Whether a delegate is called, if at all, before the method that takes it returns.</summary>
    public bool IsInvokedInPlace(IParameterSymbol parameter) => (OfParameter(parameter) & MemberEffects.InvokedInPlace) != 0;

    private static ISymbol Definition(ISymbol member)
    {
        if (member is IMethodSymbol { ReducedFrom: { } extension })
        {
            member = extension;
        }

        ISymbol definition = member.OriginalDefinition;
        return definition is IMethodSymbol { PartialDefinitionPart: { } part } ? part : definition;
    }

    private ResolvedFacts Resolve(ISymbol member)
    {
        ISymbol definition = Definition(member);
        return _resolved.TryGetValue(definition, out ResolvedFacts facts) ? facts : _resolved.GetOrAdd(definition, Compute(definition));
    }

    // From near to far: what is written nearer beats what contradicts it farther away.
    private ResolvedFacts Compute(ISymbol definition)
    {
        if (PartialProperties.DefinitionOf(definition) is { } part)
        {
            return Resolve(part);
        }

        ResolvedFacts facts = ResolvedFacts.WrittenOn(definition, _written.Value.Of(definition));
        if (definition is ITypeSymbol)
        {
            return facts;
        }

        ISymbol? owner = OwnerOf(definition);
        if (owner is not null)
        {
            facts = facts.Over(ResolvedFacts.WrittenOn(owner, _written.Value.Of(owner)).SeenBy(definition));
        }

        var inherited = default(ResolvedFacts);
        foreach (ISymbol overridden in _inherited.Of(definition))
        {
            inherited = inherited.Beside(Resolve(overridden).ToHeirs());
        }

        facts = facts.Over(inherited);
        if (owner is not null)
        {
            return facts.Over(Resolve(owner).SeenBy(definition));
        }

        return facts.Over(OfType(definition));
    }

    // An accessor and a backing field are their property's, or their event's.
    private static ISymbol? OwnerOf(ISymbol definition)
    {
        ISymbol? owner = definition switch
        {
            IMethodSymbol method => method.AssociatedSymbol,
            IFieldSymbol field => field.AssociatedSymbol,
            _ => null,
        };
        return owner is IPropertySymbol or IEventSymbol ? owner.OriginalDefinition : null;
    }

    private ResolvedFacts OfType(ISymbol definition)
    {
        if (definition.ContainingType is null || !TypeState.Includes(definition))
        {
            return default;
        }

        INamedTypeSymbol type = definition.ContainingType.OriginalDefinition;
        if (ExtensionMembers.IsBlock(type))
        {
            type = type.ContainingType;
        }

        return (_written.Value.Of(type) & MemberEffects.VcpuState) != 0 ? ResolvedFacts.WrittenOn(type, MemberEffects.VcpuState) : default;
    }

    private ImmutableArray<ConditionalEffect> ConditionalOf(IMethodSymbol definition)
    {
        ImmutableArray<ConditionalEffect> effects = _files.Value.Conditional(definition);
        if (!effects.IsEmpty)
        {
            return effects;
        }

        foreach (ISymbol overridden in _inherited.Of(definition))
        {
            if (overridden is IMethodSymbol method && ConditionalOf((IMethodSymbol)Definition(method)) is { IsEmpty: false } inherited)
            {
                return inherited;
            }
        }

        return effects;
    }

    private MemberEffects OfParameter(IParameterSymbol parameter)
    {
        IParameterSymbol definition = parameter.OriginalDefinition;
        if (definition.ContainingSymbol is IMethodSymbol { ReducedFrom: { } extension })
        {
            definition = extension.Parameters[definition.Ordinal + 1].OriginalDefinition;
        }

        return _parameters.TryGetValue(definition, out MemberEffects effects) ? effects : _parameters.GetOrAdd(definition, ComputeParameter(definition));
    }

    private MemberEffects ComputeParameter(IParameterSymbol parameter)
    {
        MemberEffects effects = _written.Value.Of(parameter);
        ISymbol container = parameter.ContainingSymbol;
        foreach (ISymbol overridden in _inherited.Of(Definition(container)))
        {
            ImmutableArray<IParameterSymbol> parameters = overridden switch
            {
                IMethodSymbol method => method.Parameters,
                IPropertySymbol property => property.Parameters,
                _ => ImmutableArray<IParameterSymbol>.Empty,
            };
            if (parameter.Ordinal < parameters.Length)
            {
                effects |= OfParameter(parameters[parameter.Ordinal]);
            }
        }

        if (container is IMethodSymbol called && parameter.Type.TypeKind == TypeKind.Delegate)
        {
            effects |= Of(called) & MemberEffects.InvokedInPlace;
        }

        return effects;
    }
}
