namespace NotifierGen.Registry;

/// <summary>Where a registered device is.</summary>
/// <param name="Slot">Its slot in the first list of its kind.</param>
/// <param name="Sequence">How many registrations there were before its own.</param>
internal readonly record struct Place(int Slot, long Sequence);
