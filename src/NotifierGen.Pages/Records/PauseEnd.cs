namespace NotifierGen.Pages.Records;

/// <summary>What ended a pause of the VM.</summary>
internal enum PauseEnd
{
    /// <summary>It was started again.</summary>
    Started,

    /// <summary>The destination runs it.</summary>
    HandedOver,

    /// <summary>Nothing, as far as the record goes.</summary>
    StaysStopped,
}
