using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <content>The numbers of labels and of pausing scopes.</content>
internal sealed partial class BodyLowering
{
    private int NewLabel()
    {
        int label = _labelCount++;
        foreach (HashSet<int> labels in _tries)
        {
            labels.Add(label);
        }

        return label;
    }

    private int LabelOf(ILabelSymbol? symbol)
    {
        if (symbol is null)
        {
            return 0;
        }

        if (!_labels.TryGetValue(symbol, out int label))
        {
            label = _labelCount++;
            _labels.Add(symbol, label);
        }

        return label;
    }

    private int Define(ILabelSymbol? symbol)
    {
        int label = symbol is null ? _labelCount++ : LabelOf(symbol);
        foreach (HashSet<int> labels in _tries)
        {
            labels.Add(label);
        }

        return label;
    }

    private int NewScope() => _scopeCount++;

    private int ScopeOf(ILocalSymbol local)
    {
        if (!_scopes.TryGetValue(local, out int token))
        {
            token = NewScope();
            _scopes.Add(local, token);
        }

        return token;
    }
}
