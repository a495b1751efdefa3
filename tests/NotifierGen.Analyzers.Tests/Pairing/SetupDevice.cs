namespace NotifierGen.Analyzers.Tests.Pairing;

/// <summary>A device with state of every kind and one Setup handler, of which a test writes the body.</summary>
internal static class SetupDevice
{
    public static string Device(string handler, string statements) => $$"""
        using System.Collections.Immutable;
        using System.IO;
        using System.Threading;

        class Port
        {
            public int Level;
            public Port? Inner;
            public event Action? Changed;
            public void Raise() { Level++; Changed?.Invoke(); }
            public void Look() { _ = Level; }
            public virtual void Settle() { }
            public int Add(int other) => Level + other;
        }

        interface IBackend { void Enable(); int Read(); }
        interface IDeviceLog { void Write(string text); }
        abstract class Child { public virtual void Hide() { } }

        class Nic(IBackend backend, Child child, IDeviceLog log, Stream stream)
        {
            public static int s_total;
            private readonly object _gate = new();
            private readonly Port _port = new();
            private readonly List<Port> _ports = [];
            private readonly List<int> _list = [];
            private readonly Queue<int> _queue = new();
            private readonly ImmutableArray<int> _immutable = [];
            private readonly SemaphoreSlim _semaphore = new(1);
            private readonly ManualResetEventSlim _event = new();
            private readonly System.Diagnostics.Stopwatch _clock = new();
            private readonly int[] _pages = new int[8];
            private readonly IBackend _backend = backend;
            private readonly Child _child = child;
            private readonly IDeviceLog _log = log;
            private readonly Stream _stream = stream;
            private int _count = s_total;
            private bool _frozen;
            private string? _name;

            public bool Frozen { get; private set; }

            [OnMigrationEvent(Setup)]
            public void {{handler}}()
            {
                {{statements}}
            }

            private void Freeze() => _frozen = !_frozen;
            private void Look() { if (_frozen || _name is null) { Look(); } }
            private void Deeper(int depth) { if (depth > 0) { Deeper(depth - 1); } else { Freeze(); } }
            private void OnChanged() => backend.Read();
        }
        """;
}
