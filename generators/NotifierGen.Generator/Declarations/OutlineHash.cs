using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Generator.Declarations;

/// <summary>A hash of a file without parts of it. It is for one process only: paths and options have other hash codes in the next.</summary>
internal static class OutlineHash
{
    private const int BufferLength = 4096;
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Of a file without its bodies; where they stood matters.</summary>
    public static ulong OutsideBodies(SyntaxTree tree, TextSpan[] bodies)
    {
        SourceText text = tree.GetText();
        var buffer = new char[Math.Min(BufferLength, text.Length)];
        ulong hash = StartOf(tree);
        int position = 0;
        foreach (TextSpan body in bodies)
        {
            hash = Add(text, position, body.Start, buffer, hash);
            hash = Combine(hash, unchecked((ulong)(body.Start - position)));
            position = body.End;
        }

        return Add(text, position, text.Length, buffer, hash);
    }

    /// <summary>Of a file without the members of its types; neither where they stood matters nor how much space is between words.</summary>
    public static ulong OutsideMembers(SyntaxTree tree, TextSpan[] members)
    {
        SourceText text = tree.GetText();
        ulong hash = StartOf(tree);
        int position = 0;
        foreach (TextSpan member in members)
        {
            hash = AddWords(text, position, member.Start, hash);
            position = member.End;
        }

        return AddWords(text, position, text.Length, hash);
    }

    public static ulong Combine(ulong hash, ulong value)
    {
        hash = unchecked((hash ^ value) * Prime);

        // A product carries nothing from its high bits to its low ones.
        return hash ^ (hash >> 29);
    }

    private static ulong StartOf(SyntaxTree tree) =>
        Combine(Combine(Start, unchecked((ulong)tree.FilePath.GetHashCode())), unchecked((ulong)tree.Options.GetHashCode()));

    private static ulong Add(SourceText text, int start, int end, char[] buffer, ulong hash)
    {
        while (start < end)
        {
            int count = Math.Min(buffer.Length, end - start);
            text.CopyTo(start, buffer, 0, count);
            ReadOnlySpan<char> characters = buffer.AsSpan(0, count);
            foreach (ulong four in MemoryMarshal.Cast<char, ulong>(characters))
            {
                hash = Combine(hash, four);
            }

            foreach (char character in characters.Slice(count & ~3))
            {
                hash = Combine(hash, character);
            }

            start += count;
        }

        return hash;
    }

    private static ulong AddWords(SourceText text, int start, int end, ulong hash)
    {
        bool isInWord = false;
        for (int i = start; i < end; i++)
        {
            char character = text[i];
            if (!char.IsWhiteSpace(character))
            {
                hash = Combine(hash, character);
                isInWord = true;
            }
            else if (isInWord)
            {
                hash = Combine(hash, ' ');
                isInWord = false;
            }
        }

        return isInWord ? Combine(hash, ' ') : hash;
    }
}
