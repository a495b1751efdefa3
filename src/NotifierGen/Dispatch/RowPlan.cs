using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>What a cursor needs of a row.</summary>
/// <param name="List">The devices of its class.</param>
/// <param name="Modes">The modes in which it runs.</param>
/// <param name="HasBudget">Whether its handlers are timed, whoever listens.</param>
internal readonly record struct RowPlan(DeviceList List, MigrationMode Modes, bool HasBudget);
