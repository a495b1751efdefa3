using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Declarations;

/// <summary>
/// The words of a file, as hashes: where a name is not among them, nothing of that name is used. Each file is read once, however many names are looked
/// for; a search through the text for each of them is what most of the time of a large project would go into.
/// </summary>
internal sealed class TreeWords
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    private static readonly ConditionalWeakTable<SyntaxTree, TreeWords> s_words = new();

    private readonly uint[] _hashes;

    private TreeWords(SourceText text)
    {
        var hashes = new HashSet<uint>();
        Read(text, hashes);
        _hashes = new uint[hashes.Count];
        hashes.CopyTo(_hashes);
        Array.Sort(_hashes);
    }

    public static TreeWords Of(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_words.TryGetValue(tree, out TreeWords? words) ? words : s_words.GetValue(tree, key => new TreeWords(key.GetText(cancellationToken)));

    /// <summary>False: the word is certainly not in the file.</summary>
    public bool MayContain(string word)
    {
        uint hash = Basis;
        foreach (char letter in word)
        {
            hash = Next(hash, letter);
        }

        return Array.BinarySearch(_hashes, hash) >= 0;
    }

    private static uint Next(uint hash, char letter) => unchecked((hash ^ letter) * Prime);

    private static bool IsPart(char letter) =>
        letter < 128 ? (uint)((letter | 0x20) - 'a') < 26 || (uint)(letter - '0') < 10 || letter == '_' : SyntaxFacts.IsIdentifierPartCharacter(letter);

    private static void Read(SourceText text, HashSet<uint> hashes)
    {
        char[] buffer = new char[Math.Min(16 * 1024, text.Length)];
        bool isInside = false;
        uint hash = Basis;
        for (int start = 0; start < text.Length; start += buffer.Length)
        {
            int length = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            foreach (char letter in buffer.AsSpan(0, length))
            {
                if (IsPart(letter))
                {
                    hash = Next(hash, letter);
                    isInside = true;
                }
                else if (isInside)
                {
                    hashes.Add(hash);
                    hash = Basis;
                    isInside = false;
                }
            }
        }

        if (isInside)
        {
            hashes.Add(hash);
        }
    }
}
