using System.Globalization;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>How much the random tests do: what the environment says, or what each change has to pass.</summary>
internal static class FuzzOptions
{
    public static int Mutants => (int)Read("NOTIFIERGEN_FUZZ_MUTANTS", 2_000);

    public static int Models => (int)Read("NOTIFIERGEN_FUZZ_MODELS", 300);

    /// <summary>How many failing models are made small; the others only fail.</summary>
    public static int Findings => (int)Read("NOTIFIERGEN_FUZZ_FINDINGS", 5);

    public static ulong Seed => Read("NOTIFIERGEN_FUZZ_SEED", 20251124);

    private static ulong Read(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? ulong.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
