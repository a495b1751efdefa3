using NotifierGen.Testing.Tests.Machines;

namespace NotifierGen.Testing.Tests.Recorded;

/// <summary>What a machine with two devices that handle everything sees on a path.</summary>
internal static class OurSequence
{
    /// <summary>Takes a machine along the path.</summary>
    public static string On(string path) => Transcript(path).ToSequence();

    public static Transcript Transcript(string path)
    {
        // Of two devices the second refuses, so that the first has something to be told.
        string name = MigrationPaths.Named(path).IsRefused ? $"{path} | call 2, Setup NotifierGen.Testing.Tests.Machines.Switch.TurnOn on Switch#2: refuses" : path;
        return SwitchMachine.Explore().Replay(name);
    }
}
