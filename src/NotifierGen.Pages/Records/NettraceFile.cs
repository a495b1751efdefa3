using System.Globalization;
using System.Text;

namespace NotifierGen.Pages.Records;

/// <summary>
/// Reads the events of the EventSource "NotifierGen" from a .nettrace file of version 4, which dotnet-trace writes, or a program itself
/// (DOTNET_EnableEventPipe).
/// </summary>
internal sealed class NettraceFile
{
    private const string Source = "NotifierGen";
    private const int Version = 4;
    private const byte BeginObject = 5;
    private const byte EndObject = 6;
    private const double MicrosecondsInSecond = 1e6;

    private readonly Dictionary<int, (string Name, (string Name, TypeCode Type)[] Fields)> _kinds = [];
    private readonly List<NettraceEvent> _events = [];
    private long _ticksPerSecond = 1;

    private NettraceFile()
    {
    }

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith("Nettrace"u8);

    /// <exception cref="RecordException">There is no migration in it, or it is damaged.</exception>
    public static MigrationRecord Read(ReadOnlySpan<byte> file, string name)
    {
        NettraceFile trace = new();
        trace.ReadObjects(new NettraceBytes(file));
        EventHistory history = new();
        foreach (NettraceEvent each in trace._events.OrderBy(each => each.Ticks))
        {
            history.Add(each.Name, each.Ticks * (MicrosecondsInSecond / trace._ticksPerSecond), argument => each.Arguments.GetValueOrDefault(argument, ""));
        }

        return history.ToRecord(name) ?? throw new RecordException($"it has no events of '{Source}'; trace with --providers {Source}:7:4");
    }

    private void ReadObjects(NettraceBytes bytes)
    {
        bytes.Take("Nettrace"u8.Length);
        int length = bytes.Int32();
        if (length != "!FastSerialization.1".Length || !bytes.Take(length).SequenceEqual("!FastSerialization.1"u8))
        {
            throw new RecordException($"it is no trace of version {Version}; let dotnet-trace write that one", isOtherVersion: true);
        }

        while (!bytes.IsAtEnd && bytes.Byte() == BeginObject)
        {
            // The type of an object is an object itself, of no type.
            bytes.Take(2);
            int version = bytes.Int32();
            bytes.Int32();
            string type = Encoding.ASCII.GetString(bytes.Take(bytes.Int32()));
            bytes.Byte();
            if (type == "Trace")
            {
                ReadTrace(ref bytes, version);
            }
            else
            {
                int size = bytes.Int32();
                bytes.Align();
                ReadOnlySpan<byte> block = bytes.Take(size);
                if (type is "MetadataBlock" or "EventBlock")
                {
                    ReadBlock(new NettraceBytes(block), isMetadata: type == "MetadataBlock");
                }
            }

            if (bytes.Byte() != EndObject)
            {
                throw new RecordException(FormattableString.Invariant($"byte {bytes.Position}: '{type}' does not end where it should"));
            }
        }
    }

    private void ReadTrace(ref NettraceBytes bytes, int version)
    {
        const int TimeAndTicks = 24;
        const int Rest = 16;
        if (version != Version)
        {
            throw new RecordException(FormattableString.Invariant($"it is a trace of version {version}, and this tool reads version {Version}"), isOtherVersion: true);
        }

        bytes.Take(TimeAndTicks);
        _ticksPerSecond = Math.Max(bytes.Int64(), 1);
        bytes.Take(Rest);
    }

    private void ReadBlock(NettraceBytes bytes, bool isMetadata)
    {
        const int Compressed = 1;
        int header = bytes.Int16();
        if ((bytes.Int16() & Compressed) == 0)
        {
            throw new RecordException("its events have no compressed heads; record it with .NET 5 or later");
        }

        bytes.Take(header - 4);
        int kind = 0;
        int size = 0;
        long ticks = 0;
        while (!bytes.IsAtEnd)
        {
            ReadHead(ref bytes, ref kind, ref size, ref ticks);
            NettraceBytes payload = new(bytes.Take(size));
            if (isMetadata)
            {
                ReadKind(payload);
            }
            else if (_kinds.TryGetValue(kind, out (string Name, (string Name, TypeCode Type)[] Fields) known))
            {
                _events.Add(new NettraceEvent(known.Name, ticks, ReadArguments(payload, known.Fields)));
            }
        }
    }

    /// <summary>The head of an event says only what is other than in the one before.</summary>
    private static void ReadHead(ref NettraceBytes bytes, ref int kind, ref int size, ref long ticks)
    {
        const int Guid = 16;
        byte has = bytes.Byte();
        kind = (has & 1) != 0 ? (int)bytes.Variable() : kind;
        if ((has & 2) != 0)
        {
            // A number in its thread, the thread, the processor.
            bytes.Variable();
            bytes.Variable();
            bytes.Variable();
        }

        if ((has & 4) != 0)
        {
            bytes.Variable();
        }

        if ((has & 8) != 0)
        {
            bytes.Variable();
        }

        ticks += (long)bytes.Variable();
        bytes.Take(((has & 16) != 0 ? Guid : 0) + ((has & 32) != 0 ? Guid : 0));
        size = (has & 128) != 0 ? (int)bytes.Variable() : size;
    }

    private void ReadKind(NettraceBytes bytes)
    {
        int id = bytes.Int32();
        if (bytes.Text() != Source)
        {
            return;
        }

        bytes.Int32();
        string name = bytes.Text();
        bytes.Int64();
        bytes.Int32();
        bytes.Int32();
        List<(string, TypeCode)> fields = [];
        for (int count = bytes.Int32(); count > 0; count--)
        {
            TypeCode type = (TypeCode)bytes.Int32();
            fields.Add((bytes.Text(), type));
        }

        _kinds[id] = (name, [.. fields]);
    }

    private static Dictionary<string, string> ReadArguments(NettraceBytes bytes, (string Name, TypeCode Type)[] fields)
    {
        Dictionary<string, string> arguments = new(StringComparer.Ordinal);
        foreach ((string name, TypeCode type) in fields)
        {
            switch (type)
            {
                case TypeCode.String:
                    arguments[name] = bytes.Text();
                    break;
                case TypeCode.Int32:
                    arguments[name] = bytes.Int32().ToString(CultureInfo.InvariantCulture);
                    break;
                case TypeCode.Int64:
                    arguments[name] = bytes.Int64().ToString(CultureInfo.InvariantCulture);
                    break;
                case TypeCode.Double:
                    arguments[name] = bytes.Double().ToString("R", CultureInfo.InvariantCulture);
                    break;
                default:
                    return arguments;
            }
        }

        return arguments;
    }
}
