using System.Net;
using System.Net.Sockets;
using NotifierGen.Samples.Tests.Emulator.Migration;

namespace NotifierGen.Samples.Tests.Emulator.Commands;

[Collection(HeavyTests.Name)]
public sealed class ReceiveCommandTests(RecordedStream recorded) : IClassFixture<RecordedStream>
{
    [Fact]
    public void ListensOnTheLoopbackUnlessToldOtherwise()
    {
        using var destination = new EmulatorProcess("receive", "--wait", "0.2");
        Assert.StartsWith("listening on 127.0.0.1:", destination.WaitFor("listening"), StringComparison.Ordinal);
        Assert.Equal(1, destination.WaitForEnd());
        Assert.Equal("error: no source came within 0.2 s", Assert.Single(destination.Errors));
    }

    [Theory]
    [InlineData("nothing", "ends early")]
    [InlineData("another protocol", "magic")]
    [InlineData("another version", "version 3")]
    [InlineData("another machine", "131072 bytes of RAM")]
    [InlineData("half a shape", "ends early")]
    [InlineData("silence", "sent nothing in time")]
    public void AHostileStreamIsRefusedWithOneLine(string stream, string expected)
    {
        using var destination = new EmulatorProcess("receive", "--wait", "30", "--timeout", "1");
        IPEndPoint address = IPEndPoint.Parse(destination.WaitFor("listening")["listening on ".Length..]);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(address);
        socket.Send(Stream(stream));
        if (stream != "silence")
        {
            socket.Shutdown(SocketShutdown.Send);
        }

        Assert.Equal(1, destination.WaitForEnd());
        string line = Assert.Single(destination.Errors);
        Assert.StartsWith("error: ", line, StringComparison.Ordinal);
        Assert.Contains(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("VM starts", destination.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ASourceDoesNotHangOnADestinationThatIsSilent()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1);
        using var source = new EmulatorProcess("migrate", "--to", listener.LocalEndPoint!.ToString()!, "--seconds", "0.2");

        Assert.Equal(1, source.WaitForEnd());
        Assert.Contains("guest: unharmed, it runs on here", source.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASourceThatTricklesItsBytesIsCutOff()
    {
        using var destination = new EmulatorProcess("receive", "--wait", "30", "--timeout", "30", "--section-timeout", "0.2");
        IPEndPoint address = IPEndPoint.Parse(destination.WaitFor("listening")["listening on ".Length..]);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address);
        using var refused = new CancellationTokenSource();
        Task trickle = Trickle(socket, recorded.Bytes, refused.Token);

        Assert.Equal(1, destination.WaitForEnd());
        await refused.CancelAsync();
        await trickle;
        Assert.Contains("the source is too slow: after 0.2 s", Assert.Single(destination.Errors), StringComparison.Ordinal);
    }

    private static async Task Trickle(Socket socket, byte[] bytes, CancellationToken end)
    {
        try
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                await socket.SendAsync(bytes.AsMemory(i, 1), end);
                await Task.Delay(20, end);
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The destination has cut the line, as it should.
        }
    }

    private byte[] Stream(string kind)
    {
        byte[] bytes = [.. recorded.Bytes];
        switch (kind)
        {
            case "nothing" or "silence":
                return [];
            case "another protocol":
                return "GET / HTTP/1.1\r\n\r\n"u8.ToArray();
            case "another version":
                bytes[8] = 3;
                return bytes;
            case "half a shape":
                return bytes[..40];
            default:
                return bytes;
        }
    }
}
