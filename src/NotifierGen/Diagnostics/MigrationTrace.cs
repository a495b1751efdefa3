#if NET
using System.Diagnostics;
#endif
using NotifierGen.Dispatch;

namespace NotifierGen.Diagnostics;

/// <summary>
/// What those who listen see of one session: an activity of the ActivitySource "NotifierGen", with one below it for each phase, and the events of
/// its begin and end, and the downtime. Used by the session's thread only.
/// </summary>
/// <param name="scope">The session; nothing is said of a rehearsal.</param>
/// <param name="mode">Its mode.</param>
internal sealed class MigrationTrace(PairingScope scope, MigrationMode mode)
{
    private bool _isOpen;

    private string Direction => scope.Incoming ? "incoming" : "outgoing";

    /// <summary>The guest stood still for so long.</summary>
    /// <param name="downtime">From the stop.</param>
    /// <param name="outcome">What ended it: <c>started</c> or <c>handed_over</c>.</param>
    public void WasDown(TimeSpan downtime, string outcome)
    {
        if (!scope.IsRehearsal)
        {
            NotifierMeter.WasDown(downtime, outcome);
        }
    }

#if NET
    private static readonly ActivitySource s_source = new("NotifierGen", typeof(MigrationTrace).Assembly.GetName().Version!.ToString(3));

    private Activity? _activity;

    /// <summary>The session begins.</summary>
    public void Begin()
    {
        _isOpen = true;
        NotifierEventSource.Log.MigrationStart(scope.Id, Direction, mode.ToString());
        _activity = s_source.StartActivity("migration");
        _activity?.SetTag("notifiergen.session", scope.Id).SetTag("notifiergen.direction", Direction).SetTag("notifiergen.mode", mode.ToString());
    }

    /// <summary>A phase begins; it ends when what is returned is disposed.</summary>
    public Activity? StartPhase(in MigrationContext context)
    {
        if (scope.IsRehearsal)
        {
            return null;
        }

        Activity? phase = s_source.StartActivity(Names.Of(context.Event), ActivityKind.Internal, _activity?.Context ?? default);
        return phase?.SetTag("notifiergen.event", Names.Of(context.Event)).SetTag("notifiergen.phase", Names.Of(context.Phase)).SetTag("notifiergen.vcpus_stopped", context.VcpusStopped);
    }

    /// <summary>The session is over. A second end says nothing.</summary>
    public void End(string outcome, bool isError)
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        NotifierEventSource.Log.MigrationStop(scope.Id, outcome);
        if (isError)
        {
            _activity?.SetStatus(ActivityStatusCode.Error, outcome);
        }

        _activity?.SetTag("notifiergen.outcome", outcome).Dispose();
        _activity = null;
    }
#else
    /// <summary>The session begins.</summary>
    public void Begin()
    {
        _isOpen = true;
        NotifierEventSource.Log.MigrationStart(scope.Id, Direction, mode.ToString());
    }

    /// <summary>There are no activities here.</summary>
    public IDisposable? StartPhase(in MigrationContext context)
    {
        _ = (_isOpen, context.Event);
        return null;
    }

    /// <summary>The session is over. A second end says nothing.</summary>
    public void End(string outcome, bool isError)
    {
        _ = isError;
        if (_isOpen)
        {
            _isOpen = false;
            NotifierEventSource.Log.MigrationStop(scope.Id, outcome);
        }
    }
#endif
}
