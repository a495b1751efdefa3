using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Facts;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>What the lowering of every body of a compilation asks.</summary>
internal sealed class LoweringServices
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _states = new(SymbolEqualityComparer.Default);
    private readonly AnalysisVariant _variant;

    public LoweringServices(Compilation compilation, SourceFiles files, VmFacts facts, AnalysisVariant variant, CancellationToken cancellationToken)
    {
        _variant = variant;
        Compilation = compilation;
        Files = files;
        Facts = facts;
        CancellationToken = cancellationToken;
        Blocking = new BlockingCalls(compilation);
        Types = new FrameworkTypes(compilation);
        Targets = new CallTargets(this, new TypeHierarchy(files, cancellationToken));
    }

    public Compilation Compilation { get; }

    public SourceFiles Files { get; }

    public VmFacts Facts { get; }

    public CancellationToken CancellationToken { get; }

    public BlockingCalls Blocking { get; }

    public FrameworkTypes Types { get; }

    public CallTargets Targets { get; }

    public bool Is(AnalysisVariant variant) => (_variant & variant) != 0;

    /// <summary>Whether an object of a type has members that are vCPU state.</summary>
    public bool HasState(ITypeSymbol? type) => type is INamedTypeSymbol named && _states.GetOrAdd(named.OriginalDefinition, FindState);

    private bool FindState(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => MemberContract.IsState(Facts.Of(member))))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(implemented => implemented.GetMembers().Any(member => MemberContract.IsState(Facts.Of(member))));
    }
}
