using static NotifierGen.Analyzers.Tests.Effects.HandlerTest;

namespace NotifierGen.Analyzers.Tests.Effects.Constructs;

/// <summary>Generic code: one summary for each definition; a call on a type parameter is one on its constraint.</summary>
public sealed class GenericTests
{
    private const string Types = """
        public interface IResettable { void Reset(); static abstract void ResetAll(); }
        public class Quiet : IResettable { public void Reset() { } public static void ResetAll() { } }
        public interface IClearable { void Clear(); }
        public class Queue : IClearable { public void Clear() { } }
        public interface IStated { [VcpuState] long Pc { get; set; } long Id { get; } }
        public class Bank<T> where T : IStated
        {
            public long Read(T stated) => stated.Pc;
            public long Name(T stated) => stated.Id;
            public static void Zero(Cpu cpu) => cpu.Pc = 0;
            public long Total { get; set; }
        }
        """;

    private const string Members = """
        private void Zero<T>(T value) => _cpu.Pc = 0;
        private void Nothing<T>(T value) => Work();
        private static void ResetEach<T>(List<T> all) where T : IResettable { foreach (T one in all) { one.Reset(); } }
        private static void Clear<T>(T one) where T : IClearable => one.Clear();
        private static void SetPc<T>(T stated) where T : IStated => stated.Pc = 0;
        private static T Make<T>() where T : new() => new T();
        private static void Call<T>() where T : IResettable => T.ResetAll();
        private Bank<IStated> _bank = new Bank<IStated>();
        private IStated _stated = null!;
        """;

    [Theory]
    [InlineData("{|NG1001:Zero(1)|};")]
    [InlineData("{|NG1001:Zero<string>(\"\")|};")]
    [InlineData("{|NG1001:SetPc(_stated)|};")]
    [InlineData("_ = {|NG1001:_bank.Read(_stated)|};")]
    [InlineData("{|NG1001:Bank<IStated>.Zero(_cpu)|};")]
    public Task ADefinitionIsAnalysedForAllItsArguments(string body) => EnteredRunning(body, Members, Types);

    [Theory]
    [InlineData("Nothing(1);")]
    [InlineData("ResetEach(new List<Quiet>());")]
    [InlineData("Clear(new Queue());")]
    [InlineData("_ = _bank.Name(_stated);")]
    [InlineData("_bank.Total = 1;")]
    [InlineData("_ = Make<Queue>();")]
    [InlineData("Call<Quiet>();")]
    public Task ThoseThatTouchNothingAreFine(string body) => EnteredRunning(body, Members, Types);

    [Theory]
    [InlineData("{|NG1001:ResetEach(new List<Loud>())|};")]
    [InlineData("{|NG1001:Call<Loud>()|};")]
    public Task ACallOnATypeParameterMayRunAnyImplementation(string body) => EnteredRunning(
        body,
        Members,
        Types + " public class Loud : IResettable { private static readonly Cpu s_cpu = new Cpu(); public void Reset() => s_cpu.Reset(); public static void ResetAll() => s_cpu.Reset(); }");

    [Fact]
    public Task ATypeParameterThatIsNarrowedRunsOnlyThat() => EnteredRunning(
        "ResetEach(new List<Quiet>()); _port.Reset();",
        """
        private static void ResetEach<T>(List<T> all) where T : Quiet { foreach (T one in all) { one.Reset(); } }
        private readonly Port<Quiet> _port = new Port<Quiet>(new Quiet());
        """,
        """
        public sealed class Quiet { public void Reset() { } }
        public sealed class Loud(Cpu cpu) { public void Reset() => cpu.Reset(); }
        public sealed class Port<T>(T inner) where T : Quiet { public void Reset() => inner.Reset(); }
        """.Replace("public sealed class Quiet", "public class Quiet", StringComparison.Ordinal));

    [Fact]
    public Task AHandlerOfAGenericDeviceIsAHandler() => Run(Project("""
        using Board;

        public partial class Nic<T>(Cpu cpu)
        {
            [OnMigrationEvent(Failed, Phase.AfterVmStart)]
            public void OnFailed() => {|NG1001:cpu.Pc|} = 0;
        }
        """));
}
