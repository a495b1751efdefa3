// What the generator of a version that never was would have written.
[assembly: NotifierGen.CompilerServices.NotifierManifest(0, typeof(Misuse.OldLibrary.OldRows))]

namespace Misuse.OldLibrary;

public static class OldRows;
