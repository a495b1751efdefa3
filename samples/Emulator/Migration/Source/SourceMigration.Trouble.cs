using System.Net.Sockets;
using Emulator.Machine;
using Emulator.Migration.Wire;
using Emulator.Story;

namespace Emulator.Migration.Source;

/// <content>What goes wrong, on purpose or not, and what is still said about it.</content>
internal sealed partial class SourceMigration
{
    /// <summary>Connecting is not cut short by a cancellation: that is heard when it has ended, well or badly.</summary>
    private Connection Connect(CancellationToken cancellation)
    {
        bool IsCancelled() => cancellation.IsCancellationRequested || plan.CancelAt == MigrationStep.Connect;
        try
        {
            Connection connection = Connection.Open(plan.Destination, plan.Timeout);
            if (!IsCancelled())
            {
                return connection;
            }

            connection.Dispose();
        }
        catch (IOException e) when (IsCancelled())
        {
            Chronicle.Add(EntryKind.Failure, "", e.Message);
        }

        throw new OperationCanceledException();
    }

    private IReadOnlyList<DeviceState> States() => plan.FailAt != MigrationStep.SaveSetup
        ? Board.States
        : [.. Board.States.SkipLast(1), new DeviceState(Board.States[^1].Name, new UnpreparedState(Board.States[^1].Name))];

    private void MakeTrouble(MigrationStep here, Connection connection)
    {
        CancelAt(here);
        if (plan.KillAt == here)
        {
            plan.Kill();
        }

        if (plan.FailAt == here)
        {
            connection.Cut();
        }
    }

    private void CancelAt(MigrationStep here)
    {
        if (plan.CancelAt == here)
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>The destination has nothing to say while pages come, unless it refuses them.</summary>
    private void HearRefusal(Connection connection)
    {
        if (plan.ReturnPath && connection.HasSomethingToRead)
        {
            ReturnPath.Expect(connection.Stream, AnswerKind.Loaded, _answerClock);
        }
    }

    /// <summary>A broken line may hide that the destination has said why it broke it.</summary>
    private void ThrowRefusal(Connection connection)
    {
        try
        {
            HearRefusal(connection);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The line is broken for reading as well: the first exception tells more.
        }
    }

    private static void TellCancelled(MachineSender sender)
    {
        try
        {
            sender.SendAbort("cancelled");
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The destination notices that the line is closed.
        }
    }
}
