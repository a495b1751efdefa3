using NotifierGen.Registry;

namespace NotifierGen.Dispatch;

/// <summary>What a cursor needs of a row.</summary>
internal readonly record struct RowPlan(DeviceList List, MigrationMode Modes);
