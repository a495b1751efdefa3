using NotifierGen.Dispatch;

namespace NotifierGen.Registry;

/// <summary>A registered device that is in several lists, because it inherits handlers from classes or interfaces.</summary>
/// <param name="kind">The device's run-time type, as the table sees it.</param>
internal sealed class Registration(DeviceKind kind)
{
    public DeviceKind Kind { get; } = kind;

    /// <summary>The slot in the list of each of <see cref="DeviceKind.Classes"/>; guarded by the registry's lock.</summary>
    public int[] Slots { get; } = new int[kind.Classes.Length];

    /// <summary>The session in which one of its Setup handlers accepted; written and read by the dispatching thread only.</summary>
    public PairingScope? AcceptedIn { get; set; }
}
