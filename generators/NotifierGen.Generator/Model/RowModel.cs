namespace NotifierGen.Generator.Model;

/// <summary>One <c>[OnMigrationEvent]</c> of a handler.</summary>
/// <param name="Handler">The handler.</param>
/// <param name="Section">The event and phase.</param>
/// <param name="Modes">The modes, as the bits of MigrationMode.</param>
/// <param name="Order">The order among rows that no edge orders.</param>
/// <param name="BudgetMicroseconds">The budget; 0 for none.</param>
/// <param name="RequiresStoppedVm">Whether the handler needs stopped vCPUs.</param>
/// <param name="After">The types whose rows run before this one.</param>
/// <param name="Before">The types whose rows run after this one.</param>
internal sealed record RowModel(
    HandlerCall Handler,
    Section Section,
    int Modes,
    int Order,
    int BudgetMicroseconds,
    bool RequiresStoppedVm,
    EquatableArray<EdgeTarget> After,
    EquatableArray<EdgeTarget> Before);
