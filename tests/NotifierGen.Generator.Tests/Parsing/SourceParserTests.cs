using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Parsing;

/// <summary>A file is read again when a declaration changes that may concern it, and only then.</summary>
public sealed class SourceParserTests
{
    private static readonly string[] s_files =
    [
        "public partial class Nic : Bridge { [OnMigrationEvent(Failed, Order = Orders.Late)] public void OnFailed() { } }",
        "using Bridge = Base; public partial class Nic { private int _count; public int Count => _count; }",
        "public class Base : IResettable { public virtual void Plug() { } public void Reset() { } }",
        "public interface IResettable { void Reset(); }",
        "public static class Orders { public const int Late = 3; public static int Early() => 1; }",
        "public class Unrelated { public int Speed; public void Run() { Speed++; } }",
        "using static Constants; public class Uart { [OnMigrationEvent(Done)] public void OnDone() { } }",
        "public static class Constants { public const int One = 1; public static void Two() { } }",
        "global using Bridge = Base;",
    ];

    [Theory]
    [InlineData("Speed++;", "Speed--;", "")]
    [InlineData("public int Speed;", "public int Speed, Other;", "")]
    [InlineData("public void Run()", "/** <summary>Runs.</summary> */ public void Run(int speed)", "")]
    [InlineData("Speed++; } }", "Speed++; }\n\n    public void Stop() { }\n}", "")]
    [InlineData("public class Unrelated {", "public class Unrelated { public class Inner { }", "Nic Uart")]
    [InlineData("private int _count;", "private long _count;", "Nic")]
    [InlineData("void Plug()", "void Plug(int slot)", "Nic")]
    [InlineData("interface IResettable { void Reset();", "interface IResettable { void Reset(); void Pull() { }", "Nic")]
    [InlineData("Early() => 1", "Earlier() => 1", "Nic")]
    [InlineData("Early() => 1", "Early() => 2", "")]
    [InlineData("Late = 3", "Late = 4", "Nic Uart")]
    [InlineData("void Two()", "void Three()", "Nic Uart")]
    [InlineData("public int Speed;", "public int Speed; public void Stop() { }", "")]
    [InlineData("public void OnDone()", "public void OnDone(in MigrationContext context)", "Uart")]
    [InlineData("public void OnDone() { }", "public void OnDone() { return; }", "Uart")]
    public void OnlyWhatAnEditMayConcernIsReadAgain(string find, string replacement, string expected)
    {
        CSharpCompilation compilation = Compile();
        SyntaxTree tree = compilation.SyntaxTrees.Single(each => each.ToString().Contains(find, StringComparison.Ordinal));
        HashSet<object> before = Read(compilation);

        IEnumerable<string> again = SourceParser.Parse(Edit(compilation, tree, find, replacement), Cancellation).Handlers
            .Where(handler => !before.Contains(handler))
            .Select(handler => handler.Device.FullName);

        Assert.Equal(expected, string.Join(' ', again.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void AMemberThatMakesANameOfAnAttributeAmbiguousTakesTheHandlerAway()
    {
        CSharpCompilation compilation = Compile();
        Read(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Single(each => each.ToString().Contains("void Two()", StringComparison.Ordinal));

        Assert.Equal(["Nic"], SourceParser.Parse(Edit(compilation, tree, "void Two()", "void Done()"), Cancellation).Handlers.Select(handler => handler.Device.FullName));
    }

    [Fact]
    public void AnAttributeIsFoundUnderEachNameThatAFileOrTheProjectGivesIt()
    {
        CSharpCompilation compilation = Compile(
            "global using Event = NotifierGen.OnMigrationEventAttribute;",
            "using HereAttribute = NotifierGen.OnMigrationEventAttribute; class A { [Here(Done)] public void OnDone() { } }",
            "class B { [Event(Done)] public void OnDone() { } }",
            "class C { [global::NotifierGen.OnMigrationEventAttribute(Done)] public void OnDone() { } }",
            "namespace Other { class D { [Here(Done)] public void OnDone() { } } class HereAttribute : System.Attribute { public HereAttribute(MigrationEvent happened) { } } }");

        Assert.Equal(["A", "B", "C"], SourceParser.Parse(compilation, Cancellation).Handlers.Select(handler => handler.Device.FullName));
    }

    [Fact]
    public void AfterAnAttributeGotAnotherNameFilesAreKeptAsBefore()
    {
        CSharpCompilation compilation = Compile();
        Read(compilation);
        SyntaxTree names = compilation.SyntaxTrees.Single(each => each.ToString().Contains("global using Bridge", StringComparison.Ordinal));
        CSharpCompilation renamed = Edit(compilation, names, "global using", "global using Event = NotifierGen.OnMigrationEventAttribute; global using");
        HashSet<object> before = Read(renamed);
        SyntaxTree unrelated = renamed.SyntaxTrees.Single(each => each.ToString().Contains("Speed++;", StringComparison.Ordinal));

        Assert.Superset(Read(Edit(renamed, unrelated, "Speed++;", "Speed--;")), before);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static HashSet<object> Read(CSharpCompilation compilation)
    {
        HandlerModel[] handlers = [.. SourceParser.Parse(compilation, Cancellation).Handlers];
        Assert.Equal(2, handlers.Length);
        return new HashSet<object>(handlers, ReferenceEqualityComparer.Instance);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, SyntaxTree tree, string find, string replacement) =>
        compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(
            tree.ToString().Replace(find, replacement, StringComparison.Ordinal), (CSharpParseOptions)tree.Options, tree.FilePath, cancellationToken: Cancellation));

    private static CSharpCompilation Compile(params string[] files) =>
        new TestProject("Board", files.Length == 0 ? s_files : files).Compile(LanguageVersion.Latest, []);
}
