namespace NotifierGen.Generator.Model;

/// <summary>What a file, or all files of a project, declare.</summary>
/// <param name="Handlers">The handlers, file by file.</param>
/// <param name="Dispatchers">The dispatchers.</param>
internal sealed record SourceModel(EquatableArray<HandlerModel> Handlers, EquatableArray<DispatcherModel> Dispatchers)
{
    public static SourceModel Empty { get; } = new(default, default);
}
