using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Generator.Declarations;

/// <summary>A hash of a file without its bodies. It is for one process only: paths and options have other hash codes in the next.</summary>
internal static class OutlineHash
{
    private const int BufferLength = 4096;
    private const ulong Start = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(SyntaxTree tree, TextSpan[] bodies)
    {
        SourceText text = tree.GetText();
        var buffer = new char[Math.Min(BufferLength, text.Length)];
        ulong hash = Combine(Combine(Start, unchecked((ulong)tree.FilePath.GetHashCode())), unchecked((ulong)tree.Options.GetHashCode()));
        int position = 0;
        foreach (TextSpan body in bodies)
        {
            hash = Of(text, position, body.Start, buffer, hash);
            position = body.End;
        }

        return Of(text, position, text.Length, buffer, hash);
    }

    public static ulong Combine(ulong hash, ulong value)
    {
        hash = unchecked((hash ^ value) * Prime);

        // A product carries nothing from its high bits to its low ones.
        return hash ^ (hash >> 29);
    }

    // The length of each stretch counts, so that text cannot move from one side of a body to the other.
    private static ulong Of(SourceText text, int start, int end, char[] buffer, ulong hash)
    {
        hash = Combine(hash, unchecked((ulong)(end - start)));
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
}
