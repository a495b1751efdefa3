namespace NotifierGen.Benchmarks.Dispatch.Devices.Inlinable;

/// <inheritdoc/>
public readonly struct InlinableBoard : IBoard<InlinableBoard>
{
    private readonly InlinableA[] _a;
    private readonly InlinableB[] _b;
    private readonly InlinableC[] _c;
    private readonly InlinableE[] _e;
    private readonly InlinableF[] _f;
    private readonly InlinableG[] _g;

    private InlinableBoard(IBoardDevice[] devices)
    {
        _a = [.. devices.OfType<InlinableA>()];
        _b = [.. devices.OfType<InlinableB>()];
        _c = [.. devices.OfType<InlinableC>()];
        _e = [.. devices.OfType<InlinableE>()];
        _f = [.. devices.OfType<InlinableF>()];
        _g = [.. devices.OfType<InlinableG>()];
    }

    public static Phase Phase => Phase.BeforeVmStart;

    public static IBoardDevice Create(int number) => (number % 8) switch
    {
        0 => new InlinableA(),
        1 => new InlinableB(),
        2 => new InlinableC(),
        3 => new InlinableD(),
        4 => new InlinableE(),
        5 => new InlinableF(),
        6 => new InlinableG(),
        _ => new InlinableH(),
    };

    public static InlinableBoard Of(IBoardDevice[] devices) => new(devices);

    public void FailAll(in MigrationContext context)
    {
        foreach (InlinableG device in _g)
        {
            device.OnFailed(in context);
        }

        foreach (InlinableE device in _e)
        {
            device.OnFailed(in context);
        }

        foreach (InlinableC device in _c)
        {
            device.OnFailed(in context);
        }

        foreach (InlinableA device in _a)
        {
            device.OnFailed(in context);
        }
    }

    /// <summary>The limit of a Setup: direct calls over typed arrays, up to the first that refuses.</summary>
    /// <returns>Why it refuses, if one does.</returns>
    public string? SetUpAll()
    {
        foreach (InlinableA device in _a)
        {
            if (device.OnSetup() is { IsRefused: true } refusal)
            {
                return refusal.Reason;
            }
        }

        foreach (InlinableB device in _b)
        {
            if (device.OnSetup() is { IsRefused: true } refusal)
            {
                return refusal.Reason;
            }
        }

        foreach (InlinableE device in _e)
        {
            if (device.OnSetup() is { IsRefused: true } refusal)
            {
                return refusal.Reason;
            }
        }

        foreach (InlinableF device in _f)
        {
            if (device.OnSetup() is { IsRefused: true } refusal)
            {
                return refusal.Reason;
            }
        }

        return null;
    }
}
