namespace Emulator.Migration.Checkpoint;

/// <summary>What is to go wrong with a checkpoint.</summary>
internal record CheckpointTrouble
{
    public CheckpointStep FailAt { get; init; }

    public CheckpointStep CancelAt { get; init; }

    /// <summary>Lets the attempt end here, if that was asked for.</summary>
    /// <param name="here">Where it is.</param>
    /// <param name="what">What has failed then.</param>
    /// <exception cref="OperationCanceledException">It is cancelled here.</exception>
    /// <exception cref="IOException">It fails here.</exception>
    public void Meet(CheckpointStep here, string what)
    {
        CancelHere(here);
        if (FailAt == here)
        {
            throw new IOException($"{what} (injected)");
        }
    }

    /// <summary>Cancels the attempt here, if that was asked for.</summary>
    /// <exception cref="OperationCanceledException">It is cancelled here.</exception>
    public void CancelHere(CheckpointStep here)
    {
        if (CancelAt == here)
        {
            throw new OperationCanceledException();
        }
    }
}
