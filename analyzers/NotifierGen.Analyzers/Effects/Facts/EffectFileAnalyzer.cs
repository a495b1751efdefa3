using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Reports NG0101: a line of an effect file that says nothing, at its place in the file.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.EffectFileLine);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HandlerAttribute.MetadataName) is not null)
            {
                start.RegisterAdditionalFileAction(CheckFile);
            }
        });
    }

    private static void CheckFile(AdditionalFileAnalysisContext context)
    {
        if (!EffectFile.IsNamed(context.AdditionalFile.Path))
        {
            return;
        }

        foreach (EffectMistake mistake in VmFacts.Of(context.Compilation, context.Options, context.CancellationToken).Mistakes)
        {
            if (mistake.Line.Path == context.AdditionalFile.Path)
            {
                context.ReportDiagnostic(mistake.ToDiagnostic());
            }
        }
    }
}
