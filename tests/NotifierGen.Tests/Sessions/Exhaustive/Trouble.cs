namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>One thing that goes wrong whenever it comes up: a handler of a device throws (or refuses), or the VM does.</summary>
/// <param name="Where">"device.handler" as the log has it, or "vm.Start", "vm.Stop"; null for none.</param>
/// <param name="Refuses">The handler refuses instead of throwing.</param>
public sealed record Trouble(string? Where, bool Refuses = false)
{
    public static readonly Trouble None = new((string?)null);

    public override string ToString() => Where is null ? "no trouble" : Refuses ? $"{Where} refuses" : $"{Where} throws";
}
