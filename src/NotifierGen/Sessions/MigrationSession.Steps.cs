using NotifierGen.Dispatch;

namespace NotifierGen;

/// <content>What the calls of a host are made of.</content>
public sealed partial class MigrationSession
{
    private DispatchReport RaiseFailed(MigrationFailure failure, RestartPolicy policy)
    {
        ReportBuilder report = ReportBuilder.Start(RecordTimings);
        _state = MigrationSessionState.Failed;
        if (_vm.IsRunning && _dispatcher.AnyRequiresStoppedVm(Mode, _scope))
        {
            _vm.Stop(ref report);
        }

        bool start = _vm.IsOwedStart && !_handedOver && policy != RestartPolicy.Never;
        MigrationContext before = Context(MigrationEvent.Failed) with { Failure = failure, VmWillStart = start };
        Raise(before, ref report);

        bool started = start && (report.HasNoFaults || policy != RestartPolicy.KeepStoppedOnFault) && _vm.Start(ref report);
        Raise(Context(MigrationEvent.Failed) with { Phase = Phase.AfterVmStart, Failure = failure, VmStarted = started }, ref report);
        return report.ToReport();
    }

    /// <summary>Also when a VM that throws where it must not cut the last step short: the next session must be able to begin.</summary>
    private void CloseIfOver()
    {
        if (!IsOpen)
        {
            _dispatcher.Close(_scope);
            _trace.End(_state.ToString(), isError: _state == MigrationSessionState.Failed);
        }
    }

    private void EnsureReclaimable()
    {
        if (_disposed)
        {
            throw new ObjectDisposedException(nameof(MigrationSession), "Reclaim: the session was disposed; keep it as long as the guest may be taken back.");
        }

        if (_handedOver)
        {
            throw new InvalidOperationException("Reclaim: StartPostcopy handed the guest over; this side has no whole guest to take back.");
        }

        if (_vm.IsRunning)
        {
            throw new InvalidOperationException("Reclaim: the VM runs, so there is nothing to take back. Reclaim starts the VM itself, after the devices were told.");
        }

        if (!_dispatcher.IsCurrent(_scope))
        {
            throw new InvalidOperationException($"Reclaim: session {Id} is past; another one has begun since.");
        }
    }

    private MigrationContext Context(MigrationEvent migrationEvent) => new()
    {
        Event = migrationEvent,
        Mode = Mode,
        VcpusStopped = !_vm.IsRunning,
        SessionId = Id,
    };

    private SetupRefusal? Raise(in MigrationContext context, ref ReportBuilder report)
    {
        using var phase = _trace.StartPhase(in context);
        return _dispatcher.Raise(in context, _scope, ref report);
    }

    private void Enter(string call, params ReadOnlySpan<MigrationSessionState> legal)
    {
        _guard.Enter(call);
        foreach (MigrationSessionState state in legal)
        {
            if (state == _state)
            {
                return;
            }
        }

        _guard.Exit();
        throw new InvalidOperationException($"{call} is not possible in state {_state}; it is in: {string.Join(", ", legal.ToArray())}.");
    }
}
