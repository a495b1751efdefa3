using System.Net;
using System.Net.Sockets;
using Emulator.Migration.Wire;

namespace Emulator.Migration.Source;

/// <summary>
/// Breaks a line of its own while the guest still runs. The first exception of a process costs some 20 ms: code is compiled, the texts of messages are
/// searched for. If the line breaks when the VM is stopped, the guest would stand still for that long.
/// </summary>
internal static class BreakRehearsal
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>Rehearses.</summary>
    public static void Run()
    {
        try
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            listener.Listen(1);
            using Connection line = Connection.Open((IPEndPoint)listener.LocalEndPoint!, s_patience);
            line.Cut();
            Hear(line);
            using var writer = new Wire.StreamWriter(line.Stream, new SectionClock(s_patience, TimeProvider.System));
            writer.WriteEnd();
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // That is what was to be rehearsed; where there is no loopback, it came a little earlier.
        }
    }

    private static void Hear(Connection line)
    {
        try
        {
            ReturnPath.Expect(line.Stream, AnswerKind.Loaded, new SectionClock(s_patience, TimeProvider.System));
        }
        catch (DestinationException)
        {
            // The same for the return path.
        }
    }
}
