namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>Productions to choose from.</summary>
internal sealed class ProductionTable
{
    private readonly Production[] _all;
    private readonly Production[] _exact;

    public ProductionTable(IEnumerable<Production> productions, ProductionTable? leaves = null)
    {
        _all = [.. productions];
        _exact = [.. _all.Where(static production => production.Construct.IsExact)];
        Leaves = leaves ?? this;
    }

    /// <summary>Those that do not nest.</summary>
    public ProductionTable Leaves { get; }

    public Production Pick(Dice dice, bool isExact)
    {
        Production[] productions = isExact ? _exact : _all;
        int ticket = dice.Below(productions.Sum(static production => production.Weight));
        foreach (Production production in productions)
        {
            ticket -= production.Weight;
            if (ticket < 0)
            {
                return production;
            }
        }

        return productions[0];
    }
}
