using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Emission;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Ordering;
using NotifierGen.Generator.Parsing;

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
        IncrementalValueProvider<SourceModel> source = context.CompilationProvider
            .Select(SourceParser.Parse)
            .WithTrackingName(Steps.Source);

        IncrementalValuesProvider<DeviceModel> devices = source
            .Select((model, _) => model.Handlers)
            .WithTrackingName(Steps.Handlers)
            .SelectMany((handlers, _) => DeviceGrouping.Group(handlers))
            .WithTrackingName(Steps.Devices);
        context.RegisterSourceOutput(devices, DeviceRowsEmitter.Emit);

        IncrementalValueProvider<ImmutableArray<string>> rowClasses = devices
            .Select((device, _) => device.RowNamespace + "." + device.RowClass)
            .WithTrackingName(Steps.RowClasses)
            .Collect();
        context.RegisterSourceOutput(rowClasses, ManifestEmitter.Emit);

        IncrementalValueProvider<EquatableArray<DispatcherModel>> dispatchers = source
            .Select((model, _) => model.Dispatchers)
            .WithTrackingName(Steps.Dispatchers);

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
