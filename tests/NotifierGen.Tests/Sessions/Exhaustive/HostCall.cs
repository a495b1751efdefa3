namespace NotifierGen.Tests.Sessions.Exhaustive;

/// <summary>Everything a host can do with a session.</summary>
public enum HostCall
{
    StopVm,
    ResumeVm,
    StartPostcopy,
    Complete,
    Fail,
    FailKeepStoppedOnFault,
    FailNever,
    Reclaim,
    Dispose,
}
