using System.Net;
using System.Net.Sockets;
using Emulator.Migration;
using Emulator.Migration.Source;
using Emulator.Story;
using NotifierGen.Samples.Tests.Emulator.Guest;

namespace NotifierGen.Samples.Tests.Emulator.Migration;

/// <summary>A board with a running guest that migrates by postcopy to whoever accepts it in this process.</summary>
internal sealed class PostcopyPair : IDisposable
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly GuestRun _guest = new();

    public PostcopyPair()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1);
    }

    public GuestRun Guest => _guest;

    /// <summary>What happened on the source, after the migration.</summary>
    public List<ChronicleEntry> Entries { get; } = [];

    /// <summary>Migrates, to a destination that does what it is told here on a thread of its own.</summary>
    public MigrationOutcome Migrate(Action<Connection> destination, long bandwidth, MigrationStep failAt = MigrationStep.None)
    {
        var chronicle = new Chronicle();
        _guest.Board.Notifiers.Register(new NotificationWitness(chronicle));
        Task there = Task.Factory.StartNew(Accept, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var plan = new MigrationPlan { Destination = (IPEndPoint)_listener.LocalEndPoint!, Postcopy = true, Bandwidth = bandwidth, FailAt = failAt, Timeout = s_timeout };
        MigrationOutcome outcome = new SourceMigration(_guest.Board, plan, chronicle, _ => { }).Run(CancellationToken.None);
        there.GetAwaiter().GetResult();
        chronicle.End();
        Entries.AddRange(chronicle.Entries.ToBlockingEnumerable());
        return outcome;

        void Accept()
        {
            using Connection connection = Connection.Of(_listener.Accept(), s_timeout);
            destination(connection);
        }
    }

    public void Dispose()
    {
        _guest.Dispose();
        _listener.Dispose();
    }
}
