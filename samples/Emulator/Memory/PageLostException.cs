namespace Emulator.Memory;

/// <summary>A page of RAM was waited for that will not come any more: whoever needs it cannot go on.</summary>
/// <param name="page">The page.</param>
/// <param name="reason">What became of the stream that should have brought it.</param>
internal sealed class PageLostException(int page, string reason) : Exception($"page {page} will not come any more: {reason}");
