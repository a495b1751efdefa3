using NotifierGen.Generator.Declarations;

namespace NotifierGen.Generator.Parsing;

/// <summary>The names under which the files of a compilation may write an attribute: its own, and those that using directives give it.</summary>
internal sealed class AttributeNames
{
    private const string Suffix = "Attribute";

    private readonly List<string> _names = [];

    /// <param name="attribute">The attribute's name, without namespace.</param>
    /// <param name="outlines">The files. A name that one of them gives counts for all: a global one does, and for others symbols tell.</param>
    public AttributeNames(string attribute, IReadOnlyList<TreeOutline> outlines)
    {
        Add(attribute);
        int known;
        do
        {
            known = _names.Count;
            foreach (TreeOutline outline in outlines)
            {
                foreach ((string alias, string target) in outline.Aliases)
                {
                    if (Contains(target))
                    {
                        Add(alias);
                    }
                }
            }
        }
        while (_names.Count > known);
    }

    /// <summary>Identifies the set among those of other compilations.</summary>
    public string Key => string.Join(",", _names);

    public bool Contains(string name)
    {
        foreach (string known in _names)
        {
            if (known == name)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string name)
    {
        AddOnce(name);
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            AddOnce(name.Substring(0, name.Length - Suffix.Length));
        }
    }

    private void AddOnce(string name)
    {
        if (!Contains(name))
        {
            _names.Add(name);
        }
    }
}
