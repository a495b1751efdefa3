namespace NotifierGen.Benchmarks.Dispatch.Devices.Called;

/// <inheritdoc/>
public readonly struct CalledBoard : IBoard<CalledBoard>
{
    private readonly CalledA[] _a;
    private readonly CalledC[] _c;
    private readonly CalledE[] _e;
    private readonly CalledG[] _g;

    private CalledBoard(IBoardDevice[] devices)
    {
        _a = [.. devices.OfType<CalledA>()];
        _c = [.. devices.OfType<CalledC>()];
        _e = [.. devices.OfType<CalledE>()];
        _g = [.. devices.OfType<CalledG>()];
    }

    public static Phase Phase => Phase.AfterVmStart;

    public static IBoardDevice Create(int number) => (number % 8) switch
    {
        0 => new CalledA(),
        1 => new CalledB(),
        2 => new CalledC(),
        3 => new CalledD(),
        4 => new CalledE(),
        5 => new CalledF(),
        6 => new CalledG(),
        _ => new CalledH(),
    };

    public static CalledBoard Of(IBoardDevice[] devices) => new(devices);

    public void FailAll(in MigrationContext context)
    {
        foreach (CalledG device in _g)
        {
            device.OnFailed(in context);
        }

        foreach (CalledE device in _e)
        {
            device.OnFailed(in context);
        }

        foreach (CalledC device in _c)
        {
            device.OnFailed(in context);
        }

        foreach (CalledA device in _a)
        {
            device.OnFailed(in context);
        }
    }
}
