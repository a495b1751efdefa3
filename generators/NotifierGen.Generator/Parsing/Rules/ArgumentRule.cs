using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>NG0008: an argument of <c>[OnMigrationEvent]</c> that means nothing.</summary>
internal static class ArgumentRule
{
    public const string Id = "NG0008";

    public static void Check(IMethodSymbol method, in HandlerAttribute attribute, ref ViolationList violations)
    {
        if (attribute.Event > EventKind.IncomingFailed)
        {
            violations.AddAt(attribute.Data, "migrationEvent", Id, method, "the event", $"{(byte)attribute.Event} is no value of MigrationEvent");
        }

        if (attribute.Phase > PhaseKind.AfterVmStart && attribute.HasPhases)
        {
            violations.AddAt(attribute.Data, "phase", Id, method, "the phase", $"{(byte)attribute.Phase} is no value of Phase");
        }

        // Most attributes have no named argument; then there is nothing to look for.
        if (!attribute.Data.NamedArguments.IsEmpty)
        {
            CheckNamed(method, in attribute, ref violations);
        }
    }

    private static void CheckNamed(IMethodSymbol method, in HandlerAttribute attribute, ref ViolationList violations)
    {
        int modes = attribute.Modes;
        if (modes == 0)
        {
            violations.AddAt(attribute.Data, "Modes", Id, method, "Modes", "it names no mode, so the handler would never be called");
        }
        else if ((modes & ~HandlerAttribute.AllModes) != 0)
        {
            violations.AddAt(attribute.Data, "Modes", Id, method, "Modes", $"{modes} has bits that are no mode");
        }

        if (attribute.BudgetMicroseconds < 0)
        {
            string budget = attribute.BudgetMicroseconds.ToString(CultureInfo.InvariantCulture);
            violations.AddAt(attribute.Data, "BudgetMicroseconds", Id, method, "BudgetMicroseconds", $"{budget} is negative; 0 means no budget");
        }

        if (attribute.RequiresStoppedVm && attribute is not { Event: EventKind.Failed, Phase: PhaseKind.BeforeVmStart })
        {
            violations.AddAt(
                attribute.Data,
                "RequiresStoppedVm",
                Id,
                method,
                "RequiresStoppedVm",
                "a session can stop the VM only for Failed handlers in Phase.BeforeVmStart");
        }
    }
}
