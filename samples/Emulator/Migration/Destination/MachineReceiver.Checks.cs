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

    private void RequireEverything()
    {
        const string Advice = "start the migration again; the source must send everything";
        int page = RamStays ? _arrived.Length : 0;
        while (page < _arrived.Length && (_arrived[page] || _missing?[page] == 1))
        {
            page++;
        }

        if (page < _arrived.Length)
        {
            throw _reader.Invalid($"page {page} never came", Advice);
        }

        if (Array.FindIndex(_devices, state => state is null) is >= 0 and var device)
        {
            throw _reader.Invalid($"the state of {_states[device].Name} never came", Advice);
        }

        if (Array.FindIndex(_vcpus, state => state is null) is >= 0 and var vcpu)
        {
            throw _reader.Invalid($"vCPU {vcpu} never came", Advice);
        }
    }
}
