namespace NotifierGen.Testing;

/// <summary>Whether a session is open and whose the guest is, as far as the host's steps say.</summary>
internal sealed class Whereabouts(MigrationPath path)
{
    private bool _isMigrating;
    private bool _guestIsHere = !path.IsIncoming;
    private bool _resumed;

    public void Follow(HostStep step)
    {
        switch (step.Call)
        {
            case HostCall.Begin or HostCall.IncomingBegin:
                _isMigrating = true;
                _resumed = false;
                break;
            case HostCall.StopVm:
                _resumed = false;
                break;
            case HostCall.ResumeVm:
                _resumed = !step.VmThrows;
                break;
            case HostCall.StartPostcopy:
                _guestIsHere = false;
                break;
            case HostCall.Complete:
                // A guest that runs on has not gone anywhere; of one that was paused only the mode tells.
                bool stays = _resumed && (path.GuestRuns || path.Mode == MigrationMode.BackgroundSnapshot);
                (_isMigrating, _guestIsHere) = (false, _guestIsHere && stays);
                break;
            case HostCall.Fail or HostCall.Abandon or HostCall.IncomingFail or HostCall.IncomingAbandon:
                _isMigrating = false;
                break;
            case HostCall.Reclaim:
                _guestIsHere = true;
                break;
            case HostCall.IncomingComplete or HostCall.IncomingCompletePaused:
                (_isMigrating, _guestIsHere) = (false, true);
                break;
            default:
                break;
        }
    }

    public MigrationMoment ToMoment(HostStep? step, bool guestRuns, object? disturbed) => new(path, step, _isMigrating, _guestIsHere, guestRuns) { Disturbed = disturbed };
}
