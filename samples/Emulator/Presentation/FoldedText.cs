namespace Emulator.Presentation;

/// <summary>Long lines, folded between words.</summary>
internal static class FoldedText
{
    /// <summary>Folds a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="width">The longest that a line may be.</param>
    /// <param name="indent">Where the second line and those after it begin.</param>
    public static IEnumerable<string> Fold(string text, int width, int indent)
    {
        // A word needs some room: on a narrow terminal the indentation gives way.
        string margin = new(' ', Math.Min(indent, width / 2));
        string rest = text;
        while (rest.Length > width)
        {
            int space = rest.LastIndexOf(' ', width);
            bool betweenWords = space > 0 && !string.IsNullOrWhiteSpace(rest[..space]) && space > margin.Length;
            int end = betweenWords ? space : width;
            yield return rest[..end].TrimEnd();
            rest = margin + rest[end..].TrimStart();
        }

        yield return rest;
    }
}
