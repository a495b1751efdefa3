namespace NotifierGen.Tests.Preparation;

/// <summary>Inherits handlers from a generic class.</summary>
internal sealed class ClosedDevice : GenericDevice<int>;
