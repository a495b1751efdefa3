using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Compatibility;

public class CultureTests
{
    [Fact]
    public void TheNumbersOfTheMachinesCultureStandInNoGeneratedFile()
    {
        IReadOnlyDictionary<string, string> expected = GeneratedProject.Generate(EveryKindOfDevice.Project, LanguageVersion.Latest).Sources();
        Assert.Contains(", -1, ", expected["Board-DispatchTable.g.cs"], StringComparison.Ordinal);
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";

        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(expected, GeneratedProject.Generate(EveryKindOfDevice.Project, LanguageVersion.Latest).Sources());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
