using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using CommunityToolkit.Mvvm.Messaging;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NotifierGen.Benchmarks.Dispatch.Devices;
using NotifierGen.Benchmarks.Dispatch.Devices.Called;
using NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;
using NotifierGen.Benchmarks.Dispatch.Peers;
using R3;

namespace NotifierGen.Benchmarks.Dispatch;

/// <summary>One Failed to the devices of a board: by hand, by NotifierGen with all it promises, and by what else one could use.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(InlinableBoard))]
[GenericTypeArguments(typeof(CalledBoard))]
public class DispatchBenchmark<TBoard> : IDisposable
    where TBoard : struct, IBoard<TBoard>
{
    private readonly BoardNotifiers _notifiers = new();
    private TBoard _board;
    private readonly NotifierList _list = new();
    private readonly Subject<MigrationContext> _subject = new();
    private readonly StrongReferenceMessenger _strong = new();
    private readonly WeakReferenceMessenger _weak = new();
    private Callback? _delegate;
    private IFailedHandler[] _handlers = [];
    private IMediator _mediator = null!;
    private MigrationContext _context;
    private FailedMessage _message = null!;

    private delegate void Callback(in MigrationContext context);

    /// <summary>How many devices are registered, of eight classes in turn; half of the classes handle Failed.</summary>
    [Params(1, 8, 100, 1_000, 10_000)]
    public int Devices { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        IBoardDevice[] devices = [.. Enumerable.Range(0, Devices).Select(TBoard.Create)];
        _board = TBoard.Of(devices);
        _handlers = [.. devices.OfType<IFailedHandler>()];
        foreach (IFailedHandler handler in _handlers)
        {
            _delegate += handler.OnFailed;
            _subject.Subscribe(handler, static (context, device) => device.OnFailed(in context));
            _strong.Register<IFailedHandler, FailedMessage>(handler, static (device, message) => device.OnFailed(message.Context));
            _weak.Register<IFailedHandler, FailedMessage>(handler, static (device, message) => device.OnFailed(message.Context));
        }

        foreach (IBoardDevice device in devices)
        {
            _notifiers.Register(device);
            _list.Add(device);
        }

        // A session of its own, so that Failed goes to the devices that accepted Setup: pairing is part of the price.
        _notifiers.Notify(new MigrationContext { Event = MigrationEvent.Setup, SessionId = 1 });
        _context = new MigrationContext { Event = MigrationEvent.Failed, Phase = TBoard.Phase, SessionId = 1 };
        _message = new FailedMessage(_context);
        _mediator = CreateMediator();
        Check();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _subject.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, Description = "by hand")]
    public void ByHand() => _board.FailAll(in _context);

    // A report has the elapsed time, and the clock is what most of a short dispatch takes: the limit with the same two readings.
    [Benchmark(Description = "by hand, timed")]
    public TimeSpan ByHandTimed()
    {
        long started = Stopwatch.GetTimestamp();
        _board.FailAll(in _context);
        return Stopwatch.GetElapsedTime(started);
    }

    [Benchmark(Description = "NotifierGen")]
    public DispatchReport NotifierGen() => _notifiers.Notify(in _context);

    [Benchmark(Description = "interface array")]
    public void InterfaceArray()
    {
        foreach (IFailedHandler handler in _handlers)
        {
            handler.OnFailed(in _context);
        }
    }

    [Benchmark(Description = "multicast delegate")]
    public void MulticastDelegate() => _delegate!(in _context);

    [Benchmark(Description = "list as in QEMU")]
    public void ListAsInQemu() => _list.Notify(in _context);

    [Benchmark(Description = "R3 Subject")]
    public void R3Subject() => _subject.OnNext(_context);

    [Benchmark(Description = "Mediator")]
    public void Mediator() => _mediator.Publish(new FailedNotification(_context)).AsTask().GetAwaiter().GetResult();

    [Benchmark(Description = "Mvvm messenger, strong")]
    public void StrongMessenger() => _strong.Send(_message);

    [Benchmark(Description = "Mvvm messenger, weak")]
    public void WeakMessenger() => _weak.Send(_message);

    private IMediator CreateMediator()
    {
        var services = new ServiceCollection();
        services.AddMediator(static options => options.ServiceLifetime = ServiceLifetime.Singleton);

        // It registers one of each class; here each device is to have its own.
        services.RemoveAll<INotificationHandler<FailedNotification>>();
        foreach (IFailedHandler handler in _handlers)
        {
            services.AddSingleton<INotificationHandler<FailedNotification>>(new MediatorHandler(handler));
        }

        return services.BuildServiceProvider().GetRequiredService<IMediator>();
    }

    // Whoever leaves a device out is fast.
    private void Check()
    {
        foreach ((string name, Action raise) in new (string, Action)[]
        {
            (nameof(ByHand), ByHand), (nameof(ByHandTimed), () => ByHandTimed()), (nameof(NotifierGen), () => NotifierGen()), (nameof(InterfaceArray), InterfaceArray), (nameof(MulticastDelegate), MulticastDelegate),
            (nameof(ListAsInQemu), ListAsInQemu), (nameof(R3Subject), R3Subject), (nameof(Mediator), Mediator), (nameof(StrongMessenger), StrongMessenger), (nameof(WeakMessenger), WeakMessenger),
        })
        {
            int before = _handlers.Sum(static handler => handler.Calls);
            raise();
            int called = _handlers.Sum(static handler => handler.Calls) - before;
            if (called != _handlers.Length)
            {
                throw new InvalidOperationException($"{name} called {called} of {_handlers.Length} devices.");
            }
        }
    }
}
