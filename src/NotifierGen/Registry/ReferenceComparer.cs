using System.Runtime.CompilerServices;

namespace NotifierGen.Registry;

/// <summary>Devices are told apart by identity, whatever their Equals says (two equal records are two devices).</summary>
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static readonly ReferenceComparer Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object device) => RuntimeHelpers.GetHashCode(device);
}
