using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Analyzers.Effects.Declarations;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Declarations;

/// <summary>Keys lead to declarations and back, also over an edit; the hierarchy finds what may run instead; names are found without binding.</summary>
public sealed class SourceFilesTests
{
    private const string Devices = """
        using Base = Machine.Device;
        namespace Machine
        {
            public interface IDevice { void Reset(); }
            public abstract class Device : IDevice { public virtual void Reset() { } public abstract int Irq { get; } }
            public class Nic : Device { private int _count = 1; public Nic() { } public override void Reset() { _count++; } public override int Irq => 3; }
            public sealed class FastNic : Nic { public override void Reset() { } }
            public class Disk : Base { public override int Irq { get { return 4; } } }
            public struct Port : IDevice { void IDevice.Reset() { } }
            public class Unrelated { public void Reset() { } }
            public class Log : System.IO.MemoryStream { public override void Flush() { } }
        }
        """;

    private const string Other = "namespace Machine { class Board { Device D = new Nic(); /* Disk */ void Go() { D.Reset(); } } }";

    [Theory]
    [InlineData("Machine.Nic", "Reset")]
    [InlineData("Machine.Nic", "get_Irq")]
    [InlineData("Machine.Disk", "get_Irq")]
    [InlineData("Machine.Nic", ".ctor")]
    [InlineData("Machine.Nic", "_count")]
    [InlineData("Machine.Port", "Machine.IDevice.Reset")]
    public void AKeyLeadsToItsSymbolAndBack(string type, string member)
    {
        CSharpCompilation compilation = Compile(Devices, Other);
        SourceFiles files = Files(compilation);
        ISymbol symbol = compilation.GetTypeByMetadataName(type)!.GetMembers(member).Single();

        BodyKey key = files.KeyOf(symbol)!.Value;

        Assert.Equal(symbol, files.DeclaredSymbol(key.Tree, key.Member, Cancellation), SymbolEqualityComparer.Default);
        CSharpCompilation edited = Compile(Devices.Replace("{ _count++; }", "{ int more = 7; _count += more; }", StringComparison.Ordinal), Other);
        Assert.Equal(key, Files(edited).KeyOf(edited.GetTypeByMetadataName(type)!.GetMembers(member).Single()));
    }

    [Fact]
    public void AMemberOfAReferenceHasNoKey() =>
        Assert.Null(Files(Compile(Devices)).KeyOf(Compile(Devices).GetSpecialType(SpecialType.System_Object).GetMembers("ToString").Single()));

    [Theory]
    [InlineData("Machine.IDevice", "Device Disk FastNic Nic Port")]
    [InlineData("Machine.Device", "Device Disk FastNic Nic")]
    [InlineData("Machine.Nic", "FastNic Nic")]
    [InlineData("Machine.Unrelated", "Unrelated")]
    public void DerivedTypesAreFoundThroughBasesAndAliases(string root, string expected)
    {
        CSharpCompilation compilation = Compile(Devices, Other);
        var hierarchy = new TypeHierarchy(Files(compilation), Cancellation);

        IEnumerable<string> found = hierarchy.Derived(compilation.GetTypeByMetadataName(root)!).Select(type => type.Name);

        Assert.Equal(expected, string.Join(' ', found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void AnOverrideOfAReferencedMemberIsFoundThoughItsTypeDoesNotNameThatOne()
    {
        CSharpCompilation compilation = Compile(Devices);
        var hierarchy = new TypeHierarchy(Files(compilation), Cancellation);
        IMethodSymbol flush = compilation.GetTypeByMetadataName("System.IO.Stream")!.GetMembers("Flush").OfType<IMethodSymbol>().Single();

        Assert.Equal(["Log"], hierarchy.OverridesOf(flush).Select(method => method.ContainingType.Name));
    }

    [Theory]
    [InlineData("Nic", true)]
    [InlineData("Disk", false)]
    [InlineData("FastNic", false)]
    public void ATypeIsUsedWhereCodeNamesItAndNotWhereItIsDeclaredDerivedFromOrMentioned(string name, bool isUsed) =>
        Assert.Equal(isUsed, Compile(Devices, Other).SyntaxTrees.Any(tree => NameUse.IsUsed(tree, name, Cancellation)));

    [Fact]
    public void TheMembersThatAssignAFieldAreFound()
    {
        CSharpCompilation compilation = Compile(Devices);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        SourceFiles files = Files(compilation);

        IEnumerable<string> members = NameUse.Assigning(tree, files.Outline(0), "_count", Cancellation)
            .Select(member => files.DeclaredSymbol(0, member, Cancellation)!.Name);

        Assert.Equal(["_count", "Reset"], members);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static SourceFiles Files(CSharpCompilation compilation) => new(compilation, Cancellation);

    private static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Machine",
        sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, path: $"File{index}.cs", cancellationToken: Cancellation)),
        DeviceProject.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
