using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Emulator.Machine;
using Emulator.Migration;
using Emulator.Migration.Destination;
using Emulator.Migration.Wire;
using Emulator.Presentation;
using Emulator.Story;

namespace Emulator.Commands;

/// <summary>`receive`: waits for one guest, and runs it.</summary>
internal static class ReceiveCommand
{
    /// <summary>What the line begins with that tells where the command listens.</summary>
    public const string Listening = "listening on ";

    /// <summary>
    /// The option of a destination that another command has started: it belongs to that command, not to the terminal. It lets Ctrl+C pass and ends when
    /// its standard input does, however the other command ended.
    /// </summary>
    public const string UntilInputEnds = "--until-input-ends";

    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var command = new Command("receive", "Waits for one guest, and runs it until Ctrl+C or for some seconds.");
        var machine = new MachineOptions(command);
        var listen = new Option<string>("--listen") { Description = "ADDRESS:PORT to listen on; port 0 picks one.", DefaultValueFactory = _ => "127.0.0.1:0" };
        var seconds = new Option<double?>("--seconds") { Description = "How long to run the guest; without it until Ctrl+C." };
        var wait = new Option<double?>("--wait") { Description = "How many seconds to wait for a source; without it until Ctrl+C." };
        var timeout = new Option<double?>("--timeout") { Description = "After how many seconds of silence to give a source up; 5 by default." };
        Option<double?> sectionTimeout = Durations.SectionTimeout();
        command.Options.Add(listen);
        command.Options.Add(seconds);
        command.Options.Add(wait);
        command.Options.Add(timeout);
        command.Options.Add(sectionTimeout);
        var untilInputEnds = new Option<bool>(UntilInputEnds) { Description = "Ends with the standard input instead of with Ctrl+C.", Hidden = true };
        command.Options.Add(untilInputEnds);
        command.SetAction((parsed, interrupted) =>
        {
            using InputEnd? input = parsed.GetValue(untilInputEnds) ? new InputEnd() : null;
            return Task.FromResult(Receive(
                machine.Shape(parsed),
                Addresses.Parse("--listen", parsed.GetValue(listen)!),
                Durations.Of(parsed, wait),
                Durations.Of(parsed, timeout) ?? TimeSpan.FromSeconds(5),
                Durations.Of(parsed, sectionTimeout) ?? SectionClock.DefaultLimit,
                Durations.Of(parsed, seconds),
                input?.Token ?? interrupted));
        });
        return command;
    }

    private static int Receive(MachineShape shape, IPEndPoint address, TimeSpan? wait, TimeSpan timeout, TimeSpan sectionTime, TimeSpan? duration, CancellationToken cancellation)
    {
        using Connection? connection = Accept(address, wait, timeout, cancellation);
        if (connection is null)
        {
            return 1;
        }

        var chronicle = new Chronicle();
        var teller = new StoryTeller(chronicle);
        using var board = new Board(shape, chronicle);
        var guest = new WatchedGuest(board, chronicle);
        try
        {
            new DestinationMigration(board, connection.Stream, sectionTime, chronicle).Run();

            // There is nothing more to say, and a source that does not listen waits for that.
            connection.Linger(s_linger);
        }
        catch (DestinationException e)
        {
            connection.Linger(s_linger);
            teller.End();
            throw new CommandException(e.Message);
        }

        bool holds = guest.GoesOn(duration, "on the destination", cancellation);
        teller.End();
        return holds ? 0 : 1;
    }

    /// <summary>Listens for one connection, and no longer.</summary>
    /// <returns>The connection; <see langword="null"/> if Ctrl+C came first.</returns>
    private static Connection? Accept(IPEndPoint address, TimeSpan? wait, TimeSpan timeout, CancellationToken cancellation)
    {
        using var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(wait ?? Timeout.InfiniteTimeSpan);
        try
        {
            listener.Bind(address);
            listener.Listen(1);
            Console.Out.WriteLine($"{Listening}{listener.LocalEndPoint}");
            Socket accepted = listener.AcceptAsync(deadline.Token).AsTask().GetAwaiter().GetResult();
            return Connection.Of(accepted, timeout);
        }
        catch (SocketException e)
        {
            throw new CommandException($"cannot listen on {address}: {e.Message}; name another with --listen");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new CommandException($"no source came within {wait!.Value.TotalSeconds} s");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
