using System.Text;
using Microsoft.CodeAnalysis;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>The calls that lead from a handler to what is found, as text: ": OnFailed -> ResetQueues (VirtioNet.cs:57)". Each with the place where it goes on.</summary>
internal static class CallPath
{
    private const int MaxHops = 4;

    /// <summary>Empty if it is found in the handler itself.</summary>
    public static string Of(IMethodSymbol handler, HandlerFinding finding, SourceFiles files)
    {
        if (finding.Witness is not { } witness || witness.Steps.Count < 2)
        {
            return "";
        }

        string type = HandlerRules.TypeName(handler.ContainingType) + ".";
        var text = new StringBuilder(": ").Append(handler.Name);
        int hops = witness.Steps.Count - 1;
        for (int i = 1; i <= Math.Min(hops, MaxHops); i++)
        {
            CallTarget? target = witness.Steps[i - 1].Step.Target;
            string name = target?.Name ?? "";
            name = name.StartsWith(type, StringComparison.Ordinal) ? name.Substring(type.Length) : name;
            (BodySightings body, Sighting step) = witness.Steps[i];
            text.Append(" -> ").Append(name).Append(" (").Append(CodePlace.Of(files, body.Context.Body, step.Site)).Append(')');
        }

        if (hops > MaxHops)
        {
            text.Append(" ... ").Append(hops - MaxHops).Append(" more");
        }

        return text.ToString();
    }
}
