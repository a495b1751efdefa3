namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>Guesses what somebody meant who misspelt a verb or a name.</summary>
internal static class Spelling
{
    /// <summary>What to say of a word that is no verb.</summary>
    public static string Explain(string word)
    {
        string? nearest = Nearest(word, EffectVerb.All.Select(verb => verb.Name));
        return nearest is null
            ? $"'{word}' is no verb; the verbs are {string.Join(", ", EffectVerb.All.Select(verb => verb.Name))}"
            : $"'{word}' is no verb; did you mean '{nearest}'?";
    }

    /// <summary>The candidate that takes the fewest strokes to get from a word to it; null if none is near. Case, '-' and '_' cost nothing.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        string plain = Plain(word);
        string? nearest = null;
        int least = Math.Max(2, plain.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            string other = Plain(candidate);

            // Nobody misspells by half: what cannot win is not measured, so that a line of megabytes costs nothing.
            if (Math.Abs(other.Length - plain.Length) < least && Distance(plain, other) is int strokes && strokes < least)
            {
                least = strokes;
                nearest = candidate;
            }
        }

        return nearest;
    }

    private static string Plain(string word) => word.Replace("-", "").Replace("_", "").ToLowerInvariant();

    private static int Distance(string left, string right)
    {
        int[] row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
