using Emulator.Memory;

namespace Emulator.Guest;

/// <summary>The guest that comes with the emulator; see guest.c.</summary>
internal static class GuestImage
{
    public static ElfImage Load()
    {
        using Stream resource = typeof(GuestImage).Assembly.GetManifestResourceStream("guest.elf")
            ?? throw new InvalidOperationException("The emulator was built without its guest.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new ElfImage(file);
    }
}
