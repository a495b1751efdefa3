using Emulator.Memory;
using Emulator.Migration.Wire;

namespace Emulator.Migration.Destination;

/// <content>Postcopy: what is missing when the guest starts, and how it comes.</content>
internal sealed partial class MachineReceiver
{
    /// <summary>A mark for each page that comes after the start, 1: it does; empty without postcopy.</summary>
    public ReadOnlySpan<byte> Missing => _missing;

    /// <summary>Whether the source sends the rest of the RAM after the start.</summary>
    public bool IsPostcopy => _missing is not null;

    /// <summary>Brings the missing pages into RAM, of which others wait for some, until there are no more.</summary>
    /// <param name="missing">The pages that are missing, as the RAM knows them.</param>
    /// <exception cref="StreamException">What comes is not what is missing.</exception>
    public void ReceivePostcopy(MissingPages missing)
    {
        SectionContent content;
        do
        {
            content = _reader.ReadSection();
            RefuseAbort(ref content);
            switch (content.Kind)
            {
                case StreamSection.PostcopyPages:
                    BringPages(ref content);
                    break;
                case StreamSection.PostcopyEnd when missing.Left > 0:
                    throw content.Invalid($"the end came, and {missing.Left} pages are missing");
                case StreamSection.PostcopyEnd:
                    break;
                default:
                    throw content.Invalid("this section cannot come here");
            }

            content.End();
        }
        while (content.Kind != StreamSection.PostcopyEnd);

        _reader.ReadEnd();
    }

    private void ReceiveMissing(ref SectionContent content)
    {
        int pages = _machine.Memory.PageCount;
        ReadOnlySpan<byte> bits = content.TakeRest();
        if (bits.Length != (pages + 7) / 8)
        {
            throw content.Invalid($"{bits.Length} bytes say which pages are missing, for {pages} pages it takes {(pages + 7) / 8}");
        }

        _missing = new byte[pages];
        for (int page = 0; page < bits.Length * 8; page++)
        {
            bool isMissing = (bits[page / 8] >> (page % 8) & 1) != 0;
            if (isMissing && page >= pages)
            {
                throw content.Invalid($"page {page} is said to be missing, there are {pages}");
            }

            if (isMissing)
            {
                _missing[page] = 1;
            }
        }
    }

    private void BringPages(ref SectionContent content)
    {
        int count = content.ReadUInt16();
        for (int i = 0; i < count; i++)
        {
            int page = ReadPage(ref content, out ReadOnlySpan<byte> bytes);

            // A page that was not missing has been the guest's for a while: overwriting it would undo what the guest did.
            if (!_machine.Memory.TryBring(page, bytes))
            {
                throw content.Invalid($"page {page} came, which was not missing");
            }
        }
    }
}
