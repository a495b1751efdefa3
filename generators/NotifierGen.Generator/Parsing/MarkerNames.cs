using NotifierGen.Generator.Declarations;

namespace NotifierGen.Generator.Parsing;

/// <summary>The names of the attributes that the generator looks for.</summary>
internal sealed class MarkerNames
{
    private readonly AttributeNames _handler;
    private readonly AttributeNames _dispatcher;

    public MarkerNames(IReadOnlyList<TreeOutline> outlines)
    {
        _handler = new AttributeNames("OnMigrationEventAttribute", outlines);
        _dispatcher = new AttributeNames("DispatchTableAttribute", outlines);
        Key = _handler.Key + ";" + _dispatcher.Key;
    }

    /// <summary>Equal for equal names.</summary>
    public string Key { get; }

    /// <summary>Whether the attribute may be one of them.</summary>
    public bool Marks(AttributeUse use) => (use.Method is null ? _dispatcher : _handler).Contains(use.Attribute);
}
