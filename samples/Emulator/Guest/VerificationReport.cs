namespace Emulator.Guest;

/// <summary>What a verification found.</summary>
/// <param name="Pages">How many pages were compared, word by word.</param>
/// <param name="Registers">How many registers were compared.</param>
/// <param name="Rounds">How many rounds the guest has begun.</param>
/// <param name="Problems">What is not as it must be; empty when all is well.</param>
internal sealed record VerificationReport(int Pages, int Registers, ulong Rounds, IReadOnlyList<string> Problems)
{
    public bool Holds => Problems.Count == 0;
}
