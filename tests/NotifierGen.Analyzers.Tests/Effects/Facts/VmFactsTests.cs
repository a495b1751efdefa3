using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NotifierGen.Analyzers.Effects.Facts;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Facts;

/// <summary>What attributes say of a member, its overrides and implementations.</summary>
public sealed class VmFactsTests
{
    private const string Source = """
        public interface ICpu
        {
            [VcpuState] int Pc { get; set; }
            [ResumesVm] void Run();
        }

        public class Cpu : ICpu
        {
            public int Pc { get; set; }
            public virtual void Run() { }
            public void Name() { }
        }

        public sealed class FastCpu : Cpu
        {
            public override void Run() { }
        }
        """;

    [Theory]
    [InlineData("ICpu", "Pc", "VcpuState")]
    [InlineData("Cpu", "Pc", "VcpuState")]
    [InlineData("Cpu", "get_Pc", "VcpuState")]
    [InlineData("Cpu", "Run", "ResumesVm")]
    [InlineData("FastCpu", "Run", "ResumesVm")]
    [InlineData("Cpu", "Name", "None")]
    public void FactsAreInherited(string type, string member, string expected)
    {
        Compilation compilation = Library.Generate("Cpus", Source, OutputKind.DynamicallyLinkedLibrary, out _);
        VmFacts facts = VmFacts.Of(compilation, new AnalyzerOptions(ImmutableArray<AdditionalText>.Empty), TestContext.Current.CancellationToken);

        ISymbol symbol = compilation.GetTypeByMetadataName(type)!.GetMembers(member).Single();

        Assert.Equal(expected, facts.Of(symbol).ToString());
    }
}
