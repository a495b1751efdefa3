using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace NotifierGen.Tool.Tests.Harness;

/// <summary>A headless Chromium with one page, driven over the DevTools protocol. It ends with this object.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TestFolder _profile = new();
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private string? _session;
    private int _last;

    public Chromium(string program)
    {
        ProcessStartInfo start = new(program,
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
            "--remote-debugging-port=0", $"--user-data-dir={_profile.Path}", "about:blank",
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        try
        {
            Connect(Address());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where Chromium is; null: it is not installed.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => (string[])[Path.Combine(folder, "chromium"), Path.Combine(folder, "chromium-browser"), Path.Combine(folder, "google-chrome")])
        .FirstOrDefault(File.Exists);

    /// <summary>Opens a file as on a screen of that width.</summary>
    public void Open(string file, int width, bool isDark)
    {
        _events.Clear();
        Call("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        Call("Emulation.setEmulatedMedia", new() { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }) });
        Call("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri });
        while (!_events.Exists(each => Name(each) == "Page.loadEventFired"))
        {
            Receive();
        }
    }

    /// <summary>The value of an expression in the page.</summary>
    public T Evaluate<T>(string expression)
    {
        JsonNode answer = Call("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true });
        Assert.True(answer["exceptionDetails"] is null, $"{expression}: {answer["exceptionDetails"]}");
        return answer["result"]!["value"]!.GetValue<T>();
    }

    /// <summary>Errors of scripts, and what the page would have liked to load, since it was opened.</summary>
    public IReadOnlyList<string> Errors() => [.. _events.Where(each => Name(each) is "Runtime.exceptionThrown" or "Log.entryAdded" || (Name(each) == "Runtime.consoleAPICalled" && each["params"]!["type"]!.GetValue<string>() == "error"))
        .Select(each => each["params"]!.ToJsonString())];

    /// <summary>What it looks like, as far down as one reads.</summary>
    public byte[] Screenshot()
    {
        const double Longest = 2_000;
        JsonNode size = Call("Page.getLayoutMetrics", [])["cssContentSize"]!;
        JsonObject clip = new() { ["x"] = 0, ["y"] = 0, ["width"] = size["width"]!.DeepClone(), ["height"] = Math.Min(size["height"]!.GetValue<double>(), Longest), ["scale"] = 1 };
        return Convert.FromBase64String(Call("Page.captureScreenshot", new() { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip })["data"]!.GetValue<string>());
    }

    public void Dispose()
    {
        _socket.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A child that is just ending still writes to its profile.
        }
    }

    private static string? Name(JsonNode message) => message["method"]?.GetValue<string>();

    private string Address()
    {
        const string Sign = "DevTools listening on ";
        using CancellationTokenSource patience = new(s_patience);
        while (_process.StandardError.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult() is { } line)
        {
            if (line.StartsWith(Sign, StringComparison.Ordinal))
            {
                // What it says from here on nobody reads, and it must not wait for that.
                _ = _process.StandardError.ReadToEndAsync();
                _ = _process.StandardOutput.ReadToEndAsync();
                return line[Sign.Length..];
            }
        }

        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    private void Connect(string address)
    {
        using CancellationTokenSource patience = new(s_patience);
        _socket.ConnectAsync(new Uri(address), patience.Token).GetAwaiter().GetResult();
        string target = Call("Target.createTarget", new() { ["url"] = "about:blank" })["targetId"]!.GetValue<string>();
        _session = Call("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true })["sessionId"]!.GetValue<string>();
        Call("Page.enable", []);
        Call("Runtime.enable", []);
        Call("Log.enable", []);
    }

    private JsonNode Call(string method, JsonObject parameters)
    {
        JsonObject message = new() { ["id"] = ++_last, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        using CancellationTokenSource patience = new(s_patience);
        _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, patience.Token).GetAwaiter().GetResult();
        while (true)
        {
            if (Receive() is { } answer && answer["id"]?.GetValue<int>() == _last)
            {
                return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]?.ToJsonString()}");
            }
        }
    }

    /// <summary>An answer; null: it was an event, and is kept.</summary>
    private JsonNode? Receive()
    {
        using CancellationTokenSource patience = new(s_patience);
        using MemoryStream message = new();
        byte[] buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = _socket.ReceiveAsync(buffer, patience.Token).GetAwaiter().GetResult();
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        JsonNode node = JsonNode.Parse(message.ToArray())!;
        if (node["id"] is not null)
        {
            return node;
        }

        _events.Add(node);
        return null;
    }
}
