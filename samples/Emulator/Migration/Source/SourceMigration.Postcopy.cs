using System.Diagnostics;
using System.Net.Sockets;
using Emulator.Migration.Wire;
using Emulator.Story;
using NotifierGen.Pages.Records;

namespace Emulator.Migration.Source;

/// <content>Postcopy: the guest runs over there, and gets the rest of its RAM from here.</content>
internal sealed partial class SourceMigration
{
    private PostcopyQueue? _postcopy;
    private bool _resumed;
    private TimeSpan _resumedAt;
    private bool _whole;
    private bool _cancelRefused;

    /// <summary>Whether the guest was handed over and lacks pages over there: nobody may start it here any more, whatever becomes of it.</summary>
    private bool IsHandedOver => _postcopy is not null;

    /// <summary>Hands the guest over and serves its pages until it has them all.</summary>
    private void Postcopy(MigrationSession session, MachineSender sender, Connection connection, byte[] missing, CancellationToken cancellation)
    {
        // From here on the destination may run the guest at any moment, and change it: nobody can start it here again.
        _givenUp = true;
        _postcopy = new PostcopyQueue(missing);
        Report(session.StartPostcopy());
        try
        {
            MakeTrouble(MigrationStep.HandOver, connection);
            sender.SendStart();
            MakeTrouble(MigrationStep.Package, connection);
            Serve(sender, connection, _postcopy, cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            ThrowLastAnswer(connection);
            throw;
        }
        finally
        {
            Record(_postcopy);
        }
    }

    /// <summary>From the moment in which the guest ran over there until it was whole, or the stream broke.</summary>
    private void Record(PostcopyQueue queue)
    {
        if (_resumed)
        {
            Chronicle.Postcopies.Add(new RecordedPostcopy(_resumedAt.TotalMicroseconds, (Chronicle.Now - _resumedAt).TotalMicroseconds, queue.Total - queue.Left, queue.Total, queue.SentOnRequest, _whole));
        }
    }

    private void Serve(MachineSender sender, Connection connection, PostcopyQueue queue, CancellationToken cancellation)
    {
        // Until the guest runs the line belongs to what its devices ask for.
        while (!_resumed)
        {
            Hear(connection, queue);
            SendUrgent(sender, queue);
        }

        long begin = Stopwatch.GetTimestamp();
        long bytes = sender.BytesSent;
        bool halfway = false;
        Span<int> batch = stackalloc int[StreamFormat.PostcopyBatch];
        while (queue.Left > 0)
        {
            if (!halfway && queue.Left <= (queue.Total + 1) / 2)
            {
                halfway = true;
                MakePostcopyTrouble(connection);
            }

            RefuseCancel(cancellation.IsCancellationRequested);
            if (connection.WaitForSomethingToRead(Pause(sender.BytesSent - bytes, begin)))
            {
                Hear(connection, queue);
                SendUrgent(sender, queue);
            }
            else
            {
                sender.SendPostcopy(batch[..queue.TakeNext(batch)]);
            }

            progress(new RoundProgress("postcopy", queue.Total - queue.Left, queue.Total));
        }

        sender.SendPostcopyEnd();
        connection.EndSending();
        while (!_whole)
        {
            Hear(connection, queue);
        }

        Chronicle.Add(EntryKind.Step, "", $"the destination has everything, {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:F0} ms after it runs the guest");
    }

    /// <summary>How long to leave the line to requests; not so long that the destination takes the silence for an end.</summary>
    private TimeSpan Pause(long bytes, long begin) => _pace.Ahead(bytes, begin) is var ahead && ahead < plan.Timeout / 10 ? ahead : plan.Timeout / 10;

    /// <summary>Waits for the next answer and takes it in.</summary>
    private void Hear(Connection connection, PostcopyQueue queue)
    {
        AnswerKind due = _resumed ? AnswerKind.Whole : AnswerKind.Resumed;
        Answer answer = ReturnPath.Read(connection.Stream, due, _answerClock);
        switch (answer.Kind)
        {
            case AnswerKind.PageRequest:
                Array.ForEach(answer.ReadPages(), queue.Request);
                break;
            case AnswerKind.Resumed when !_resumed:
                _resumed = true;
                _resumedAt = Chronicle.Now;
                Chronicle.Add(EntryKind.HandedOver, "", "the guest runs on the destination");
                Chronicle.Add(EntryKind.Step, "", $"{queue.Left} pages are missing there");
                break;
            case AnswerKind.Whole when _resumed && queue.Left == 0:
                _whole = true;
                break;
            default:
                throw ReturnPath.Unexpected(answer, due);
        }
    }

    private static void SendUrgent(MachineSender sender, PostcopyQueue queue)
    {
        Span<int> pages = stackalloc int[StreamFormat.PostcopyBatch];
        while (queue.TakeUrgent(pages) is > 0 and var count)
        {
            sender.SendPostcopy(pages[..count]);
        }
    }

    private void MakePostcopyTrouble(Connection connection)
    {
        RefuseCancel(plan.CancelAt == MigrationStep.Postcopy);
        if (plan.KillAt == MigrationStep.Postcopy)
        {
            plan.Kill();
        }

        if (plan.FailAt == MigrationStep.Postcopy)
        {
            connection.Cut();
        }
    }

    /// <summary>As in QEMU there is nothing to go back to: the guest has run on over there, and what it has not fetched yet is only here.</summary>
    private void RefuseCancel(bool isWanted)
    {
        if (isWanted && !_cancelRefused)
        {
            _cancelRefused = true;
            Chronicle.Add(EntryKind.Step, "", "cancelling is refused: in postcopy the guest is the destination's, and lost if it is not given the rest");
        }
    }

    /// <summary>A broken line may hide that the destination has said why it broke it.</summary>
    private void ThrowLastAnswer(Connection connection)
    {
        try
        {
            while (connection.HasSomethingToRead)
            {
                ReturnPath.Read(connection.Stream, AnswerKind.Whole, _answerClock);
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The line is broken for reading as well: the first exception tells more.
        }
    }
}
