using System.Net;
using System.Net.Sockets;

namespace Emulator.Migration;

/// <summary>A TCP connection on which neither side can keep the other waiting for longer than the timeout.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket;

    private Connection(Socket socket, TimeSpan timeout)
    {
        _socket = socket;
        socket.NoDelay = true;
        Stream = new NetworkStream(socket, ownsSocket: true)
        {
            ReadTimeout = (int)timeout.TotalMilliseconds,
            WriteTimeout = (int)timeout.TotalMilliseconds,
        };
    }

    public Stream Stream { get; }

    /// <summary>Whether the other side has said something, or has gone.</summary>
    public bool HasSomethingToRead => _socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Waits until the other side has said something, or has gone.</summary>
    /// <param name="atMost">The longest wait; zero and less: none.</param>
    /// <returns>Whether it has.</returns>
    public bool WaitForSomethingToRead(TimeSpan atMost) => _socket.Poll(atMost > TimeSpan.Zero ? atMost : TimeSpan.Zero, SelectMode.SelectRead);

    /// <exception cref="IOException">Nobody answers there.</exception>
    public static Connection Open(IPEndPoint address, TimeSpan timeout)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var deadline = new CancellationTokenSource(timeout);
            socket.ConnectAsync(address, deadline.Token).AsTask().GetAwaiter().GetResult();
            return new Connection(socket, timeout);
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw new IOException($"cannot connect to {address}: {(e is SocketException ? e.Message : "no answer in time")}", e);
        }
    }

    public static Connection Of(Socket accepted, TimeSpan timeout) => new(accepted, timeout);

    /// <summary>Sends nothing more; the other side reads an end.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Cuts the line: whoever uses it next, on either side, fails.</summary>
    public void Cut() => _socket.Shutdown(SocketShutdown.Both);

    /// <summary>Lets the other side read what was said last: closing a line with unread bytes in it would throw that away.</summary>
    public void Linger(TimeSpan atMost)
    {
        try
        {
            EndSending();
            long end = Environment.TickCount64 + (long)atMost.TotalMilliseconds;
            var waste = new byte[64 * 1024];
            while (Environment.TickCount64 < end && _socket.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead) is var readable)
            {
                if (readable && _socket.Receive(waste) == 0)
                {
                    return;
                }
            }
        }
        catch (SocketException)
        {
            // The other side is gone already.
        }
    }

    public void Dispose() => Stream.Dispose();
}
