using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emulator.Commands;

/// <summary>Addresses as people write them.</summary>
internal static class Addresses
{
    /// <summary>A port of this host that was free a moment ago.</summary>
    public static IPEndPoint NobodyListens()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    /// <summary>Reads ADDRESS:PORT; "localhost" and host names are resolved.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static IPEndPoint Parse(string option, string text)
    {
        int colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
        {
            throw new CommandException($"{option} {text}: write ADDRESS:PORT, for example 127.0.0.1:4444");
        }

        string host = text[..colon].Trim('[', ']');
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            return new IPEndPoint(address, port);
        }

        try
        {
            return new IPEndPoint(Dns.GetHostAddresses(host)[0], port);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new CommandException($"{option} {text}: there is no host {host}");
        }
    }
}
