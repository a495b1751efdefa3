using System.Security.Cryptography;
using Emulator.Cpu;
using Emulator.Machine;
using Emulator.Memory;

namespace Emulator.Migration.Wire;

/// <summary>What source and destination must agree on. All numbers are little-endian; every limit is checked before anything is allocated.</summary>
internal static class StreamFormat
{
    public const uint Version = 2;
    public const int FrameLength = 1 + sizeof(uint);

    public const int MostPagesASection = 64;
    public const int MostDevices = 64;
    public const int LongestName = 64;
    public const int LongestState = 64 * 1024;
    public const int LongestText = 512;

    /// <summary>A source that needs more rounds has long stopped to make progress.</summary>
    public const int MostRounds = 100;

    /// <summary>Pages that postcopy sends together when nobody waits for one: as many as somebody may have to wait for who then does.</summary>
    public const int PostcopyBatch = 8;

    public const int PageHeaderLength = sizeof(uint) + 1;
    public const int DigestLength = SHA256.HashSizeInBytes;

    /// <summary>A vCPU's number, its pc, its registers and nine control registers.</summary>
    public const int VcpuLength = sizeof(uint) + (sizeof(ulong) * (1 + RegisterFile.Count + 9));

    /// <summary>How many pages a machine can have.</summary>
    public const int MostPages = MachineShape.MostMebibytes * ((1 << 20) / GuestMemory.PageSize);

    public static ReadOnlySpan<byte> Magic => "NGMIGR\r\n"u8;

    /// <summary>Whether a section ends with a digest of its own: of every byte of the stream before that digest.</summary>
    public static bool IsSealed(StreamSection section) => section is StreamSection.PostcopyPages or StreamSection.PostcopyEnd;

    /// <summary>The shortest and longest content that a section can have.</summary>
    public static (int Least, int Most) LengthOf(StreamSection section) => section switch
    {
        StreamSection.Shape => (18, 18 + (MostDevices * (1 + LongestName + sizeof(int)))),
        StreamSection.Round => (8, 8),
        StreamSection.Pages => (2 + PageHeaderLength, 2 + (MostPagesASection * (PageHeaderLength + GuestMemory.PageSize))),
        StreamSection.Device => (2 + sizeof(int), 1 + LongestName + sizeof(int) + LongestState),
        StreamSection.Vcpu => (VcpuLength, VcpuLength),
        StreamSection.End => (DigestLength, DigestLength),
        StreamSection.Start or StreamSection.Checkpoint => (0, 0),
        StreamSection.Missing => (1, MostPages / 8),
        StreamSection.PostcopyPages => (2 + PageHeaderLength + DigestLength, 2 + (MostPagesASection * (PageHeaderLength + GuestMemory.PageSize)) + DigestLength),
        StreamSection.PostcopyEnd => (DigestLength, DigestLength),
        _ => (0, LongestText),
    };
}
