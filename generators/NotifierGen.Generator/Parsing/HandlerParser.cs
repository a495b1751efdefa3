using Microsoft.CodeAnalysis;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator.Parsing;

/// <summary>Reads handlers.</summary>
internal static class HandlerParser
{
    /// <summary>Reads one method; null if it is no handler, or breaks a rule.</summary>
    public static HandlerModel? Parse(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken)
    {
        // Both halves of a partial method may carry attributes; the compiler joins them on each.
        method = method.PartialDefinitionPart ?? method;
        if (!HandlerRules.IsHandler(method) || !HandlerRules.Check(method, cancellationToken).IsEmpty)
        {
            return null;
        }

        var call = new HandlerCall(
            method.Name,
            TakesContext: !method.Parameters.IsEmpty,
            Answers: !method.ReturnsVoid,
            method.IsStatic,
            IsHidden: method.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);

        var rows = new List<RowModel>(1);
        foreach (AttributeData data in method.GetAttributes())
        {
            if (HandlerAttribute.TryRead(data, out HandlerAttribute attribute))
            {
                rows.Add(new RowModel(
                    call,
                    SectionOf(attribute.Event, attribute.Phase),
                    attribute.Modes,
                    attribute.Order,
                    attribute.BudgetMicroseconds,
                    attribute.RequiresStoppedVm,
                    EdgeParser.Parse(data, "After", compilation),
                    EdgeParser.Parse(data, "Before", compilation)));
            }
        }

        return new HandlerModel(
            DeviceParser.Parse(method.ContainingType, compilation),
            new EquatableArray<RowModel>([.. rows]),
            SuppressionParser.ParseHandler(method));
    }

    /// <summary>Where the rows of an event and phase stand in a table.</summary>
    public static Section SectionOf(EventKind kind, PhaseKind phase) => kind switch
    {
        EventKind.Setup => Section.Setup,
        EventKind.PostcopyStart => Section.PostcopyStart,
        EventKind.Done => Section.Done,
        EventKind.Failed => Section.FailedBeforeVmStart + (byte)phase,
        EventKind.Reclaimed => Section.ReclaimedBeforeVmStart + (byte)phase,
        EventKind.IncomingSetup => Section.IncomingSetup,
        EventKind.IncomingDone => Section.IncomingDoneBeforeVmStart + (byte)phase,
        _ => Section.IncomingFailed,
    };
}
