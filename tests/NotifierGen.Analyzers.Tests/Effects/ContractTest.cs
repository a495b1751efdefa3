using NotifierGen.Analyzers.Effects;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects;

/// <summary>Runs the rules about what members say of themselves over a class of a small board, with NG1011 turned on, as every rule is by the tests' own options.</summary>
internal static class ContractTest
{
    /// <summary>Members of a class of an emulator's library that has a machine, a vCPU and a background queue.</summary>
    public static Task Members(string members, string types = "")
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Test($$"""
            public class Part(Machine machine, Cpu cpu)
            {
                private readonly Machine _machine = machine;
                private readonly Cpu _cpu = cpu;
                private Action? _later;

                {{members}}

                private void Keep() => Console.WriteLine(_later);
            }

            {{types}}
            """);
        return Run(test);
    }

    /// <summary>A project with the board and one file.</summary>
    public static Rule<EffectContractAnalyzer>.AnalyzerTest Test(string source)
    {
        Rule<EffectContractAnalyzer>.AnalyzerTest test = Rule<EffectContractAnalyzer>.Test("using Board;\nusing System.Threading;\n\n" + source);
        test.TestState.Sources.Add(("Board.cs", HandlerTest.Board));
        return test;
    }

    public static Task Run(Rule<EffectContractAnalyzer>.AnalyzerTest test) => Rule<EffectContractAnalyzer>.Run(test, []);
}
