using System.Globalization;
using NotifierGen.Benchmarks.SyntheticCodeBase.Model;
using NotifierGen.Benchmarks.SyntheticCodeBase.Text;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Handlers;

/// <summary>Adds handlers to the classes of a code base.</summary>
internal sealed class HandlerPlacement(IReadOnlyDictionary<TypePlan, TypeSource> sources)
{
    private readonly List<HandlerSite> _sites = [];

    /// <summary>Writes as many handlers into their classes.</summary>
    public IReadOnlyList<HandlerSite> Place(int count, Dice dice)
    {
        if (count > 0)
        {
            var entries = new EntryPoints(dice, [.. sources.Keys]);
            for (int next = 0; _sites.Count < count; next++)
            {
                HandlerTemplate template = HandlerTemplates.Cycle[next % HandlerTemplates.Cycle.Length];
                EntryPoint entry = entries.Choose(template.Touches);
                if (template.Partner is { } partner)
                {
                    // Its reach is the handler's own: it calls nothing that the class does not have.
                    Write(partner, new EntryPoint(entry.Host, entry.Method, []), call: "_machine.IsRunning");
                }

                if (_sites.Count < count)
                {
                    Write(template, entry, CallText.Expression(entry.Host, new CallPlan(entry.Method, null, false), dice.Between(1, 9).ToString(CultureInfo.InvariantCulture), "4", isAsync: false));
                }
            }
        }

        return _sites;
    }

    private void Write(HandlerTemplate template, EntryPoint entry, string call)
    {
        TypeSource source = sources[entry.Host];
        string name = template.Name + (_sites.Count + 1).ToString(CultureInfo.InvariantCulture);
        source.Writer.Write("");
        source.Writer.Write($"[OnMigrationEvent({template.Attribute})]");
        source.Writer.Open($"{(_sites.Count % 2 == 0 ? "private" : "public")} void {name}({(template.TakesContext ? "in MigrationContext context" : "")})");
        source.Writer.Write(template.Body.Replace("{0}", call, StringComparison.Ordinal));
        source.Writer.Close();
        HashSet<int> files = [source.File, .. entry.Reach.Select(method => sources[method.Type].File)];
        _sites.Add(new HandlerSite(source.File, name, template.Rules, entry.Reach.Count + 1, files));
    }
}
