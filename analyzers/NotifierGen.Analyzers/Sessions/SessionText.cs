using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Analyzers.Sessions;

/// <summary>
/// Finds the files in which a session may begin or an event be raised by their text, so that no other file costs more than one search. Known per
/// tree, for as long as the tree lives.
/// </summary>
internal static class SessionText
{
    private const int ChunkLength = 8192;

    private static readonly string[] s_words = { "Begin", "BeginIncoming", "Fail", "Notify" };
    private static readonly int s_overlap = s_words.Max(static word => word.Length);
    private static readonly ConditionalWeakTable<SyntaxTree, object> s_known = new ConditionalWeakTable<SyntaxTree, object>();

    /// <summary>The calls of a file by which a session may begin, going by their names.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Beginnings(SyntaxTree tree, CancellationToken cancellationToken) =>
        Calls(tree, cancellationToken).Where(IsBeginning);

    /// <summary>Whether a session may begin by a call, going by its name.</summary>
    public static bool IsBeginning(InvocationExpressionSyntax call) => NameOf(call) is "Begin" or "TryBegin" or "BeginIncoming" or "TryBeginIncoming";

    /// <summary>All calls by name of a file in which a session may begin or an event be raised; none of any other file.</summary>
    public static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!MayCall(tree, cancellationToken))
        {
            yield break;
        }

        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && NameOf(call) is not null)
            {
                yield return call;
            }
        }
    }

    /// <summary>The name of the method that is called.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static bool MayCall(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_known.TryGetValue(tree, out object? known))
        {
            return (bool)known;
        }

        bool mayCall = HasWord(tree.GetText(cancellationToken));
        s_known.GetValue(tree, _ => mayCall);
        return mayCall;
    }

    // One of the words with an opening parenthesis behind it, as a call has it.
    private static bool HasWord(SourceText text)
    {
        var buffer = new char[ChunkLength];
        for (int start = 0; start < text.Length; start += ChunkLength - s_overlap - 1)
        {
            int length = Math.Min(ChunkLength, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            var chunk = new ReadOnlySpan<char>(buffer, 0, length);
            foreach (string word in s_words)
            {
                if (HasCall(chunk, word))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasCall(ReadOnlySpan<char> text, string word)
    {
        for (int at = text.IndexOf(word.AsSpan()); at >= 0; at = text.IndexOf(word.AsSpan()))
        {
            text = text.Slice(at + word.Length);

            // What may stand between a name and its parenthesis is read as one, and so is the end of the chunk.
            if (text.IsEmpty || text[0] is '(' or ' ' or '\r' or '\n' or '\t' or '/')
            {
                return true;
            }
        }

        return false;
    }
}
