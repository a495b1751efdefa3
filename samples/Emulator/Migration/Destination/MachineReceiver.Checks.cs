using Emulator.Migration.Wire;

namespace Emulator.Migration.Destination;

/// <content>What a section must be.</content>
internal sealed partial class MachineReceiver
{
    private static void RefuseAbort(ref SectionContent content)
    {
        if (content.Kind == StreamSection.Abort)
        {
            string reason = content.ReadText();
            throw content.Invalid($"the source gave up: {reason}", "nothing is to be done here");
        }
    }

    private static void Require(StreamSection kind, SectionContent content)
    {
        if (content.Kind != kind)
        {
            throw content.Invalid($"section {content.Kind} came where {kind} was due");
        }
    }

    private static void Compare(string what, uint theirs, uint ours, SectionContent content)
    {
        if (theirs != ours)
        {
            throw content.Invalid($"the source's machine has {theirs} {what}, this one {ours}", SameShape);
        }
    }
}
