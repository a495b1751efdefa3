using Emulator.Migration;

namespace Emulator.Presentation;

/// <summary>The bar of a round of pre-copy, or of postcopy, for those who watch; each round that has ended leaves a line in the chronicle.</summary>
internal static class RoundBar
{
    private const int Width = 32;

    /// <summary>Draws it.</summary>
    public static string Draw(RoundProgress progress)
    {
        // Between the count and the beginning of the round the guest may have dirtied one more.
        double part = progress.Of == 0 ? 1 : Math.Min((double)progress.Pages / progress.Of, 1);
        int done = (int)(part * Width);
        return $"{progress.Part} {new string('━', done)}{new string('╌', Width - done)} {part,4:P0} of {progress.Of} pages";
    }
}
