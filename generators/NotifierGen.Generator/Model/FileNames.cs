using System.Text;

namespace NotifierGen.Generator.Model;

/// <summary>Hint names of generated files: the full name where file systems allow it.</summary>
internal static class FileNames
{
    private const int LongestName = 120;

    /// <summary>One file name for each full name, in their order, different from each other also where a file system ignores case.</summary>
    public static string[] Of(IReadOnlyList<string> fullNames, string suffix)
    {
        var uses = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string fullName in fullNames)
        {
            uses.TryGetValue(fullName, out int count);
            uses[fullName] = count + 1;
        }

        string[] names = new string[fullNames.Count];
        for (int i = 0; i < names.Length; i++)
        {
            string fullName = fullNames[i];
            bool needsHash = uses[fullName] > 1 || fullName.Length > LongestName;
            names[i] = Safe(fullName) + (needsHash ? "-" + MangledName.Hash(fullName) : "") + suffix;
        }

        return names;
    }

    private static string Safe(string fullName)
    {
        var safe = new StringBuilder(fullName, 0, Math.Min(fullName.Length, LongestName), LongestName);
        return safe.Replace('<', '{').Replace('>', '}').Replace(" ", "").ToString();
    }
}
