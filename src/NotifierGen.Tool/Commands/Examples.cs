using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace NotifierGen.Tool.Commands;

/// <summary>The examples that <c>--help</c> prints below a command's options.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, (string Line, string What)[]> s_examples = [];

    /// <summary>Gives a command its examples.</summary>
    public static void Of(Command command, params (string Line, string What)[] examples) => s_examples.Add(command, examples);

    /// <summary>Lets the help of a command line print them.</summary>
    public static void AddToHelp(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int result = help.Invoke(parseResult);
            if (s_examples.TryGetValue(parseResult.CommandResult.Command, out (string Line, string What)[]? examples))
            {
                TextWriter output = parseResult.InvocationConfiguration.Output;
                int width = examples.Max(example => example.Line.Length);
                output.WriteLine("Examples:");
                foreach ((string line, string what) in examples)
                {
                    output.WriteLine($"  {line.PadRight(width)}  {what}");
                }
            }

            return result;
        }
    }
}
