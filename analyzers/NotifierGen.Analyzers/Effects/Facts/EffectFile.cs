using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Effects.Facts;

/// <summary>An additional file named <c>VmEffects.txt</c> or <c>VmEffects.*.txt</c>, cut into words. Knows nothing of symbols, so it outlives compilations.</summary>
internal sealed class EffectFile
{
    private const string Stem = "VmEffects.";
    private const string Extension = ".txt";

    // The path belongs to the additional text; a text that is given twice is cut twice, which does no harm.
    private static readonly ConditionalWeakTable<SourceText, EffectFile> s_files = new ConditionalWeakTable<SourceText, EffectFile>();

    private EffectFile(string path, SourceText text)
    {
        Path = path;
        Lines = Cut(path, text);
        Checksum = Sum(path, text);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The lines that say something.</summary>
    public ImmutableArray<EffectLine> Lines { get; }

    /// <summary>A checksum of name and text.</summary>
    public ulong Checksum { get; }

    /// <summary>Whether a file is one by its name.</summary>
    public static bool IsNamed(string path)
    {
        int name = path.LastIndexOfAny(['/', '\\']) + 1;
        return path.Length - name >= Stem.Length + Extension.Length - 1
            && string.Compare(path, name, Stem, 0, Stem.Length, StringComparison.OrdinalIgnoreCase) == 0
            && path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a file; null if it is not one of ours or cannot be read (which the compiler reports).</summary>
    public static EffectFile? Read(AdditionalText additional, CancellationToken cancellationToken)
    {
        if (!IsNamed(additional.Path) || additional.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        EffectFile file = s_files.GetValue(text, key => new EffectFile(additional.Path, key));
        return file.Path == additional.Path ? file : new EffectFile(additional.Path, text);
    }

    /// <summary>The effect files of a project, in the order of their paths: which of two lines is the earlier one does not depend on the build.</summary>
    public static ImmutableArray<EffectFile> ReadAll(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        ImmutableArray<EffectFile>.Builder? found = null;
        foreach (AdditionalText additional in files)
        {
            if (Read(additional, cancellationToken) is { } file)
            {
                found ??= ImmutableArray.CreateBuilder<EffectFile>();
                if (!found.Any(other => other.Path == file.Path))
                {
                    found.Add(file);
                }
            }
        }

        if (found is null)
        {
            return ImmutableArray<EffectFile>.Empty;
        }

        found.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path));
        return found.ToImmutable();
    }

    private static ImmutableArray<EffectLine> Cut(string path, SourceText text)
    {
        ImmutableArray<EffectLine>.Builder lines = ImmutableArray.CreateBuilder<EffectLine>();
        var words = new List<Word>();
        foreach (TextLine line in text.Lines)
        {
            words.Clear();
            Cut(line, text, words);
            if (words.Count > 0)
            {
                lines.Add(new EffectLine(path, line.LineNumber, line.Start, words.ToArray()));
            }
        }

        return lines.ToImmutable();
    }

    private static void Cut(TextLine line, SourceText text, List<Word> words)
    {
        int position = line.Start;
        while (true)
        {
            while (position < line.End && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            // Inside a word it is part of an ID: a constructor's, or that of an explicit interface implementation.
            if (position == line.End || text[position] == '#')
            {
                return;
            }

            int start = position;
            while (position < line.End && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            TextSpan span = TextSpan.FromBounds(start, position);
            words.Add(new Word(text.ToString(span), span));
        }
    }

    private static ulong Sum(string path, SourceText text)
    {
        ulong sum = 14695981039346656037;
        foreach (char letter in path)
        {
            sum = (sum ^ letter) * 1099511628211;
        }

        sum = (sum ^ 0xffff) * 1099511628211;
        for (int i = 0; i < text.Length; i++)
        {
            sum = (sum ^ text[i]) * 1099511628211;
        }

        return sum;
    }
}
