using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Emission;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator;

/// <summary>
/// Writes the rows of device classes, the manifest that offers them to other assemblies, and the tables of dispatchers.
/// Reports nothing: the analyzers do, with the same rules.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NotifierGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<HandlerModel> handlers = context.SyntaxProvider
            .ForAttributeWithMetadataName(HandlerAttribute.MetadataName, HandlerParser.IsCandidate, HandlerParser.Parse)
            .WithTrackingName(Steps.ParsedHandlers)
            .Where(handler => handler is not null)
            .Select((handler, _) => handler!)
            .WithTrackingName(Steps.Handlers);

        IncrementalValuesProvider<DeviceModel> devices = handlers
            .Collect()
            .SelectMany((all, _) => DeviceGrouping.Group(all))
            .WithTrackingName(Steps.Devices);
        context.RegisterSourceOutput(devices, DeviceRowsEmitter.Emit);

        IncrementalValueProvider<ImmutableArray<string>> rowClasses = devices
            .Select((device, _) => device.RowNamespace + "." + device.RowClass)
            .WithTrackingName(Steps.RowClasses)
            .Collect();
        context.RegisterSourceOutput(rowClasses, ManifestEmitter.Emit);

        IncrementalValueProvider<ImmutableArray<DispatcherModel>> dispatchers = context.SyntaxProvider
            .ForAttributeWithMetadataName(DispatcherRules.AttributeMetadataName, DispatcherParser.IsCandidate, DispatcherParser.Parse)
            .Where(dispatcher => dispatcher is not null)
            .Select((dispatcher, _) => dispatcher!)
            .WithTrackingName(Steps.Dispatchers)
            .Collect();

        IncrementalValueProvider<EquatableArray<ComposableRow>> ownRows = devices
            .SelectMany((device, _) => Composition.RowsOf(device))
            .WithTrackingName(Steps.OwnRows)
            .Collect()
            .Select((rows, _) => new EquatableArray<ComposableRow>([.. rows]));

        IncrementalValueProvider<EquatableArray<ComposableRow>> referencedRows = context.CompilationProvider
            .Select(ManifestParser.Parse)
            .WithTrackingName(Steps.ReferencedRows);

        IncrementalValueProvider<TableModel> table = ownRows
            .Combine(referencedRows)
            .Select((rows, _) => Composition.Compose(rows.Left, rows.Right))
            .WithTrackingName(Steps.Table);
        context.RegisterSourceOutput(dispatchers.Combine(table), DispatcherEmitter.Emit);
    }
}
