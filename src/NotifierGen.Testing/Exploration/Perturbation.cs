namespace NotifierGen.Testing;

/// <summary>What is done to a run besides its path, and where.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Call">In or after which call of a handler, counted from 0; -1: before a step of the host.</param>
/// <param name="Step">Before which step of the host; -1: at a call.</param>
/// <param name="Target">The device that goes, by its place in registration order, or the one that comes, by the order in which the author named them.</param>
/// <param name="Where">The call or step in words.</param>
/// <param name="What">What is done, in words.</param>
internal sealed record Perturbation(PerturbationKind Kind, int Call, int Step, int Target, string Where, string What)
{
    public static readonly Perturbation None = new(PerturbationKind.None, -1, -1, -1, "", "");

    /// <summary>Whether a handler was kept from its work: its device cannot be in order then.</summary>
    public bool KeepsFromWork => Kind == PerturbationKind.ThrowsInstead;

    /// <summary>Whether a device leaves or comes.</summary>
    public bool ChangesDevices => Kind is PerturbationKind.Unregisters or PerturbationKind.Replaces or PerturbationKind.Adds;

    public override string ToString() => $"{Where}: {What}";
}
