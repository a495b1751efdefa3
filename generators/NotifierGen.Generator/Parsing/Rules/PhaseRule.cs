using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0003: a phase on an event after which no VM starts.</summary>
internal static class PhaseRule
{
    public const string Id = "NG0003";

    public static void Check(IMethodSymbol method, in HandlerAttribute attribute, ref ViolationList violations)
    {
        if (attribute is { NamesPhase: true, HasPhases: false, Event: <= EventKind.IncomingFailed })
        {
            violations.AddAt(attribute.Data, "phase", Id, method, attribute.Event.ToString());
        }
    }
}
