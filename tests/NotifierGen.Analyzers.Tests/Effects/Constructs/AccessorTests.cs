using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Fields, properties, indexers and events: reading and writing is a touch, or runs the accessor.</summary>
public sealed class AccessorTests
{
    [Theory]
    [InlineData("_ = {|NG1001:_cpu.Pc|};")]
    [InlineData("{|NG1001:_cpu.Pc|} = 1;")]
    [InlineData("{|NG1001:_cpu.Pc|} += 1;")]
    [InlineData("{|NG1001:_cpu.Pc|}++;")]
    [InlineData("++{|NG1001:_cpu.Flags|};")]
    [InlineData("_ = {|NG1001:_cpu.Flags|};")]
    [InlineData("{|NG1001:_cpu.Flags|} |= 4;")]
    [InlineData("_ = {|NG1001:_cpu[1]|};")]
    [InlineData("{|NG1001:_cpu[1]|} = 2;")]
    [InlineData("{|NG1001:_cpu[1]|} ^= 2;")]
    [InlineData("{|NG1001:_cpu.Registers|}[1] = 2;")]
    [InlineData("_ = {|NG1001:_cpu.Registers|}.Length;")]
    [InlineData("{|NG1001:_cpu.Trapped|} += Work;")]
    [InlineData("{|NG1001:_cpu.Trapped|} -= Work;")]
    [InlineData("{|NG1001:_cpu.Reset()|};")]
    [InlineData("_ = {|NG1001:_cpu.TryRead(1, out long value)|};")]
    [InlineData("_ = ({|NG1001:_cpu.Pc|}, {|NG1001:_cpu.Flags|});")]
    [InlineData("({|NG1001:_cpu.Pc|}, {|NG1001:_cpu.Flags|}) = (1, 2);")]
    [InlineData("_mode = (int){|NG1001:_cpu.Pc|};")]
    [InlineData("_ = -{|NG1001:_cpu.Pc|};")]
    [InlineData("_ = new[] { {|NG1001:_cpu.Pc|} };")]
    [InlineData("long[] all = [{|NG1001:_cpu.Pc|}, 1];")]
    [InlineData("throw new InvalidOperationException({|NG1001:_cpu.Pc|}.ToString());")]
    public Task UsingStateIsATouch(string body) => EnteredRunning(body);

    [Theory]
    [InlineData("_ = _cpu.Id;")]
    [InlineData("_ = nameof(_cpu.Pc);")]
    [InlineData("_ = typeof(Cpu);")]
    [InlineData("Cpu cpu = _cpu; _ = cpu.Id;")]
    [InlineData("_ = _cpu == null;")]
    [InlineData("_ = _cpu.ToString();")]
    [InlineData("_ = _cpu.GetHashCode();")]
    [InlineData("_ = new Cpu();")]
    public Task UsingTheReferenceIsNot(string body) => EnteredRunning(body);

    private const string Accessors = """
        private long Current { get => _cpu.Pc; set => _mode = (int)value; }
        private long Target { get => _mode; set => _cpu.Pc = value; }
        private long this[int n] { get => _cpu[n]; set => _mode = n; }
        private event Action? Hooked { add => _cpu.Reset(); remove { } }
        private long Plain { get; set; }
        private long Ready { get; } = 1;
        """;

    [Theory]
    [InlineData("_ = {|NG1001:Current|};")]
    [InlineData("{|NG1001:Target|} = 1;")]
    [InlineData("{|NG1001:Current|} += 1;")]
    [InlineData("{|NG1001:Target|}++;")]
    [InlineData("_ = {|NG1001:this[1]|};")]
    [InlineData("{|NG1001:this[1]|}--;")]
    [InlineData("{|NG1001:Hooked|} += Work;")]
    public Task AnAccessorIsAMethod(string body) => EnteredRunning(body, Accessors);

    [Theory]
    [InlineData("Current = 1;")]
    [InlineData("_ = Target;")]
    [InlineData("this[1] = 2;")]
    [InlineData("Hooked -= Work;")]
    [InlineData("Plain = Plain + Ready;")]
    public Task TheOtherAccessorIsAnother(string body) => EnteredRunning(body, Accessors);

    [Theory]
    [InlineData("new Frame(_cpu) { Pc = 1 }.Show();", true)]
    [InlineData("new Frame(_cpu) { Id = 1 }.Show();", false)]
    [InlineData("_ = new Frame(_cpu) { [3] = 1 };", true)]
    public Task AnObjectInitialiserSetsProperties(string body, bool touches) => EnteredRunning(
        touches ? body.Replace("Pc =", "{|NG1001:Pc|} =", StringComparison.Ordinal).Replace("[3]", "{|NG1001:[3]|}", StringComparison.Ordinal) : body,
        """
        private sealed class Frame(Cpu cpu)
        {
            public int Id { get; set; }
            public long Pc { set => cpu.Pc = value; }
            public long this[int n] { get => n; set => cpu[n] = value; }
            public void Show() { }
        }
        """);
}
