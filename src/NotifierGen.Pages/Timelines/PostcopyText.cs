using NotifierGen.Pages.Records;
using NotifierGen.Pages.Tables;

namespace NotifierGen.Pages.Timelines;

/// <summary>The time in which the guest ran elsewhere and its pages followed, as a lane and in words.</summary>
internal static class PostcopyText
{
    public static void Draw(TimelineSvg svg, RecordedPostcopy postcopy)
    {
        svg.Lane("postcopy", $"{Pages(postcopy)}, {TimeText.Of(postcopy.Duration)}");
        svg.Bar("postcopy", postcopy.At, postcopy.End, $"the guest runs on the destination, its pages are fetched: {Pages(postcopy)} in {TimeText.Of(postcopy.Duration)}");
    }

    public static string Sentence(RecordedPostcopy postcopy) =>
        $"Postcopy: for {TimeText.Of(postcopy.Duration)} the guest ran on the destination while its pages were fetched, {Pages(postcopy)}, "
        + $"{EventNames.Number(postcopy.RequestedPages)} of them because it waited for them."
        + (postcopy.Whole ? "" : " The destination never said that it has everything.");

    private static string Pages(RecordedPostcopy postcopy) => postcopy.Pages == postcopy.MissingPages
        ? $"{EventNames.Number(postcopy.Pages)} pages"
        : $"{EventNames.Number(postcopy.Pages)} of {EventNames.Number(postcopy.MissingPages)} pages";
}
