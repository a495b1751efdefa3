namespace NotifierGen.Generator.Model;

/// <summary>A row of a dispatch table, of this assembly or of a referenced one.</summary>
/// <param name="Device">The device class's full name.</param>
/// <param name="Handler">The handler's name.</param>
/// <param name="Section">The event and phase.</param>
/// <param name="Modes">The modes, as the bits of MigrationMode.</param>
/// <param name="Order">The order among rows that no edge orders.</param>
/// <param name="BudgetMicroseconds">The budget; 0 for none.</param>
/// <param name="RequiresStoppedVm">Whether the handler needs stopped vCPUs.</param>
/// <param name="IsStatic">Whether the handler is static.</param>
/// <param name="Assembly">The simple name of the assembly that declares the handler.</param>
/// <param name="Alias">The extern alias under which that assembly is referenced, or <c>global</c>.</param>
/// <param name="RowClass">The generated row class, with its namespace.</param>
/// <param name="Method">The name of the generated method that runs the row.</param>
/// <param name="Cref">How documentation names the handler; null where it may be out of reach.</param>
internal sealed record TableRow(
    string Device,
    string Handler,
    Section Section,
    int Modes,
    int Order,
    int BudgetMicroseconds,
    bool RequiresStoppedVm,
    bool IsStatic,
    string Assembly,
    string Alias,
    string RowClass,
    string Method,
    string? Cref);
