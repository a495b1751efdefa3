namespace NotifierGen.Analyzers.Pairing;

/// <summary>The names of the runtime library's <c>MigrationMode</c>.</summary>
internal static class ModeNames
{
    private static readonly string[] s_names = { "Normal", "BackgroundSnapshot", "CprReboot", "CprTransfer", "CprExec" };

    /// <summary>The names of the modes that are set.</summary>
    public static IEnumerable<string> Of(int modes)
    {
        for (int bit = 0; bit < s_names.Length; bit++)
        {
            if ((modes & (1 << bit)) != 0)
            {
                yield return s_names[bit];
            }
        }
    }
}
