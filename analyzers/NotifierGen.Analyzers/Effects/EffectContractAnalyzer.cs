using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Contracts;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Effects.Lowering;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects;

/// <summary>
/// Holds members to what they say: those that other assemblies call say what they do to the VM (NG1011, off by default), and overrides and
/// implementations do no more than what they inherit says (NG1012). Looks into the code of those members only.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectContractAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which a diagnostic tells the fix which attribute is missing.</summary>
    internal const string AttributeKey = "Attribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.MissingEffectAttribute,
        Descriptors.EffectBeyondContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("NotifierGen.VcpuStateAttribute") is null)
        {
            return;
        }

        var facts = VmFacts.Of(context.Compilation, context.Options, context.CancellationToken);
        var missing = OptionalRule.Of(Descriptors.MissingEffectAttribute, context.Compilation, context.CancellationToken);
        context.RegisterSymbolAction(symbol => Analyze(symbol, facts, missing), SymbolKind.Method, SymbolKind.Property, SymbolKind.Event);
    }

    private static void Analyze(SymbolAnalysisContext context, VmFacts facts, OptionalRule missing)
    {
        ISymbol member = context.Symbol;
        if (member is { IsImplicitlyDeclared: true } or { IsAbstract: true } or { IsExtern: true } || member.Locations is not [{ SourceTree: { } tree }, ..])
        {
            return;
        }

        bool isPublic = missing.IsOnIn(tree, context.CancellationToken) && Sayable.IsPublic(member);
        var said = MemberEffects.None;
        foreach (IMethodSymbol? body in Bodies(member))
        {
            if (body is null || !(isPublic || InheritedContracts.MayHaveAny(body)) || (facts.Written(member) & MemberEffects.NoVmEffect) != 0)
            {
                continue;
            }

            List<(ISymbol Member, MemberEffects Said)> contracts = InheritedContracts.Of(body, facts);
            if (contracts.Count > 0)
            {
                ReportBeyond(context, body, contracts, ref said);
            }
            else if (isPublic)
            {
                ReportMissing(context, body, facts.Of(body), ref said);
            }
        }
    }

    private static ImmutableArray<IMethodSymbol?> Bodies(ISymbol member) => member switch
    {
        IPropertySymbol property => ImmutableArray.Create(property.GetMethod, property.SetMethod),
        IEventSymbol raised => ImmutableArray.Create(raised.AddMethod, raised.RemoveMethod),
        IMethodSymbol
        {
            MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor
                or MethodKind.UserDefinedOperator or MethodKind.Conversion,

            // The driver hands out both parts; the definition is the one that is annotated.
            PartialDefinitionPart: null,
        } method => ImmutableArray.Create<IMethodSymbol?>(method),
        _ => ImmutableArray<IMethodSymbol?>.Empty,
    };

    // An accessor's effects are reported of its property, each once.
    private static void ReportMissing(SymbolAnalysisContext context, IMethodSymbol body, MemberEffects known, ref MemberEffects said)
    {
        if ((known & MemberEffects.NoVmEffect) != 0)
        {
            return;
        }

        MemberEffects open = (known & MemberEffects.VcpuSafe) != 0 ? known | MemberEffects.VcpuState : known;
        foreach (BodyEffect effect in BodyEffects.Beyond(open, VmStates.Resumed, body, Program(context), context.CancellationToken))
        {
            if ((said & effect.Effect) == 0 && Sayable.On(context.Symbol, effect.Effect))
            {
                said |= effect.Effect;
                IEnumerable<Location> places = effect.Place is { } place ? [place.ToLocation()] : [];
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.MissingEffectAttribute, context.Symbol.Locations[0], places, Properties(effect), MemberName.Of(body), effect.Text, AttributeFacts.NameOf(effect.Effect)));
            }
        }
    }

    private static void ReportBeyond(SymbolAnalysisContext context, IMethodSymbol body, List<(ISymbol Member, MemberEffects Said)> contracts, ref MemberEffects said)
    {
        foreach ((ISymbol contract, MemberEffects promised) in contracts)
        {
            // What starts the VM is called while it stands.
            VmStates entry = (promised & MemberEffects.ResumesVm) != 0 ? VmStates.Stopped : VmStates.Resumed;
            foreach (BodyEffect effect in BodyEffects.Beyond(promised, entry, body, Program(context), context.CancellationToken))
            {
                // A caller that does not know of a pause is only more careful than it has to be.
                if (effect.Effect != MemberEffects.PausesVm && (said & effect.Effect) == 0)
                {
                    said |= effect.Effect;
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.EffectBeyondContract,
                        context.Symbol.Locations[0],
                        Declarations(context.Compilation, contract),
                        Properties(effect),
                        MemberName.Of(body),
                        effect.Text,
                        MemberName.Of(contract),
                        AttributeFacts.NameOf(effect.Effect)));
                }
            }
        }
    }

    private static EffectProgram Program(SymbolAnalysisContext context) => EffectProgram.Of(context.Compilation, context.Options, AnalysisVariant.None);

    private static ImmutableDictionary<string, string?> Properties(BodyEffect effect) =>
        ImmutableDictionary<string, string?>.Empty.Add(AttributeKey, AttributeFacts.NameOf(effect.Effect));

    // Of the property, if it is an accessor: that is where an attribute goes.
    private static IEnumerable<Location> Declarations(Compilation compilation, ISymbol member) => ((member as IMethodSymbol)?.AssociatedSymbol ?? member)
        .Locations
        .Where(location => location.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
        .Take(1);
}
