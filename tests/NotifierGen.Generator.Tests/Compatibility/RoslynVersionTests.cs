using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotifierGen.Generator.Tests.Compatibility;

/// <summary>CI runs these tests on several versions of the compiler, which a version pinned in passing would quietly make one.</summary>
public class RoslynVersionTests
{
    [Theory]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(CSharpCompilation))]
    public void TheCompilerIsTheOneThatWasAskedFor(Type type)
    {
        string asked = typeof(RoslynVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RoslynVersion").Value!;

        string actual = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.Equal(asked, actual.Split('-', '+')[0]);
    }
}
