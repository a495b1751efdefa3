using Microsoft.CodeAnalysis;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>The members of the framework that block the calling thread by themselves: a member's name leads to the types that have it.</summary>
internal static class BlockingMembers
{
    // A type, and those of its members that wait for a thread, a device, the network or a person. Nested and generic types by their bare names.
    private static readonly string[] s_members =
    {
        "System.Threading.Thread: Sleep Join",
        "System.Threading.WaitHandle: WaitOne WaitAll WaitAny SignalAndWait",
        "System.Threading.SemaphoreSlim: Wait",
        "System.Threading.ManualResetEventSlim: Wait",
        "System.Threading.CountdownEvent: Wait",
        "System.Threading.Barrier: SignalAndWait",
        "System.Threading.Monitor: Wait",
        "System.Threading.SpinWait: SpinUntil",
        "System.Threading.Tasks.Task: Wait WaitAll WaitAny Result",
        "System.Threading.Tasks.ValueTask: Result",
        "System.Runtime.CompilerServices.TaskAwaiter: GetResult",
        "System.Runtime.CompilerServices.ValueTaskAwaiter: GetResult",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable.ConfiguredTaskAwaiter: GetResult",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter: GetResult",
        "System.Collections.Concurrent.BlockingCollection: Take TakeFromAny",
        "System.Diagnostics.Process: WaitForExit WaitForInputIdle",

        "System.Console: Read ReadLine ReadKey",

        "System.IO.FileInfo: AppendText CopyTo Create CreateText Delete MoveTo Open OpenRead OpenText OpenWrite Replace",
        "System.IO.DirectoryInfo: Create CreateSubdirectory Delete MoveTo GetFiles GetDirectories GetFileSystemInfos EnumerateFiles EnumerateDirectories EnumerateFileSystemInfos",
        "System.IO.RandomAccess: Read Write FlushToDisk GetLength SetLength",
        "System.IO.FileStream: Lock SetLength .ctor",
        "System.IO.MemoryMappedFiles.MemoryMappedFile: CreateFromFile",
        "System.IO.MemoryMappedFiles.MemoryMappedViewAccessor: Flush",
        "System.IO.MemoryMappedFiles.MemoryMappedViewStream: Flush",

        "System.IO.Pipes.NamedPipeClientStream: Connect",
        "System.IO.Pipes.NamedPipeServerStream: WaitForConnection",
        "System.IO.Pipes.PipeStream: WaitForPipeDrain",

        "System.Net.Dns: GetHostAddresses GetHostEntry GetHostByAddress GetHostByName Resolve",
        "System.Net.NetworkInformation.Ping: Send",
        "System.Net.Sockets.Socket: Accept Connect Disconnect Poll Receive ReceiveFrom ReceiveMessageFrom Select Send SendFile SendTo",
        "System.Net.Sockets.TcpClient: Connect",
        "System.Net.Sockets.TcpListener: AcceptSocket AcceptTcpClient",
        "System.Net.Sockets.UdpClient: Receive Send",
        "System.Net.Security.SslStream: AuthenticateAsClient AuthenticateAsServer",

        "System.Net.Http.HttpClient: Send",
        "System.Net.Http.HttpMessageInvoker: Send",
        "System.Net.Http.HttpContent: CopyTo ReadAsStream",
        "System.Net.WebRequest: GetRequestStream GetResponse",
        "System.Net.WebClient: DownloadData DownloadFile DownloadString OpenRead OpenWrite UploadData UploadFile UploadString UploadValues",
        "System.Net.Mail.SmtpClient: Send",
    };

    private static readonly Dictionary<string, string[]> s_typesByMember = Invert(s_members);

    private static readonly string[] s_slowStreams =
    {
        "System.IO.FileStream", "System.IO.Pipes.PipeStream", "System.Net.Sockets.NetworkStream", "System.Net.Security.AuthenticatedStream",
    };

    private static readonly HashSet<string> s_streamMembers = new HashSet<string>(StringComparer.Ordinal)
    {
        "CopyTo", "Flush", "Read", "ReadAtLeast", "ReadByte", "ReadExactly", "Write", "WriteByte",
    };

    private static readonly HashSet<string> s_withoutAccess = new HashSet<string>(StringComparer.Ordinal)
    {
        "GetCurrentDirectory", "GetDirectoryRoot", "GetParent",
    };

    /// <summary>Whether a method or property, or one that it overrides, is in the table.</summary>
    public static bool Contains(ISymbol member)
    {
        if (!s_typesByMember.TryGetValue(member.Name, out string[]? types))
        {
            return false;
        }

        for (ISymbol? current = member; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod)
        {
            foreach (string type in types)
            {
                if (IsNamed(current.ContainingType, type))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a method is one of <c>File</c> or <c>Directory</c> that goes to the disk before it returns.</summary>
    public static bool IsFileAccess(IMethodSymbol method) =>
        method is { IsStatic: true, ContainingType.Name: "File" or "Directory" }
        && !method.Name.EndsWith("Async", StringComparison.Ordinal)
        && !s_withoutAccess.Contains(method.Name)
        && (IsNamed(method.ContainingType, "System.IO.File") || IsNamed(method.ContainingType, "System.IO.Directory"));

    /// <summary>Whether a method transfers bytes of a stream over which a disk, a network or another process lies.</summary>
    /// <param name="method">The method; most streams declare their own.</param>
    /// <param name="receiver">The type of the expression it is called on.</param>
    public static bool IsStreamAccess(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (method.IsStatic || !s_streamMembers.Contains(method.Name))
        {
            return false;
        }

        for (ITypeSymbol? type = receiver ?? method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (string stream in s_slowStreams)
            {
                if (IsNamed(type, stream))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a type has this full name; its arity does not matter.</summary>
    public static bool IsNamed(ISymbol? symbol, string fullName)
    {
        int end = fullName.Length;
        while (symbol is not null and not INamespaceSymbol { IsGlobalNamespace: true })
        {
            int start = end == 0 ? -1 : fullName.LastIndexOf('.', end - 1) + 1;
            if (start < 0 || symbol.Name.Length != end - start || string.CompareOrdinal(fullName, start, symbol.Name, 0, end - start) != 0)
            {
                return false;
            }

            end = Math.Max(0, start - 1);
            symbol = (ISymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        }

        return end == 0;
    }

    private static Dictionary<string, string[]> Invert(string[] lines)
    {
        var types = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':');
            string type = line.Substring(0, colon);
            foreach (string member in line.Substring(colon + 2).Split(' '))
            {
                if (!types.TryGetValue(member, out List<string>? of))
                {
                    types.Add(member, of = new List<string>(1));
                }

                of.Add(type);
            }
        }

        return types.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}
