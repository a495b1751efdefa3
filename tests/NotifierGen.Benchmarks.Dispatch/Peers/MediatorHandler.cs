using NotifierGen.Benchmarks.Dispatch.Devices;

namespace NotifierGen.Benchmarks.Dispatch.Peers;

/// <summary>A device as Mediator calls it.</summary>
public sealed class MediatorHandler(IFailedHandler device) : Mediator.INotificationHandler<FailedNotification>
{
    public ValueTask Handle(FailedNotification notification, CancellationToken cancellationToken)
    {
        device.OnFailed(notification.Context);
        return default;
    }
}
