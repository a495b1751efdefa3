using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Rules;

/// <summary>NG1099: where the analysis stops it says so, once, and only if it matters.</summary>
public sealed class UndecidedTests
{
    private const string Members = """
        private Action _given = () => { };
        private Action _known = () => { };
        private IDisposable? _pause;
        private event Action? Changed;
        public void Give(Action given) { _given = given; Changed += given; }
        public void Know() => _known = Work;
        """;

    [Theory]
    [InlineData("{|NG1099:_given()|};")]
    [InlineData("{|NG1099:_given.Invoke()|};")]
    [InlineData("Changed?{|NG1099:.Invoke()|};")]
    [InlineData("Action given = _given; {|NG1099:given()|};")]
    public Task ADelegateThatNobodyKnowsIsUndecided(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("_known();")]
    [InlineData("Action given = _given;")]
    [InlineData("_ = _given == null;")]
    [InlineData("_given = Work;")]
    public Task OneThatIsKnownOrNotCalledIsNot(string body) => EnteredStopped(body, Members);

    [Theory]
    [InlineData("_pause = {|NG1099:_machine.ObtainPausedState()|};")]
    public Task AScopeThatEscapesIsSaid(string body) => EnteredRunning(body, Members);

    [Theory]
    [InlineData("Failed, Phase.AfterVmStart")]
    [InlineData("Failed, RequiresStoppedVm = true")]
    [InlineData("Setup")]
    [InlineData("Done")]
    public Task ItIsSaidInEveryEvent(string attribute) => Run(Of(attribute, "{|NG1099:_given()|};", Members));

    [Fact]
    public Task ACallOfAPublicInterfaceWithoutImplementationsHasNoEffect() => EnteredStopped(
        "_port.Open(); _cpu.Pc = 0;", "private IPort _port = null!;", "public interface IPort { void Open(); }");
}
