using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Robustness.Mutants;

/// <summary>A project after a few mutations of one of its files.</summary>
/// <param name="Number">With the run's seed, what it grew from.</param>
/// <param name="Subject">The project.</param>
/// <param name="Mutations">What happened to it.</param>
/// <param name="File">The mutated file.</param>
/// <param name="Input">The project with it, without what is generated.</param>
internal sealed record Mutant(int Number, Subject Subject, IReadOnlyList<Mutation> Mutations, SyntaxTree File, CSharpCompilation Input)
{
    public static Mutant Create(ulong seed, int number, IReadOnlyList<Subject> subjects)
    {
        var dice = new Dice(unchecked((seed * 1_000_003) + (ulong)number));
        var mutator = new Mutator(dice);
        Subject subject = subjects[number % subjects.Count];
        SyntaxTree original = dice.Pick(subject.Files);
        CSharpCompilation input = subject.Whole;
        string text = original.ToString();
        var mutations = new List<Mutation>();
        for (int left = dice.Chance(70) ? 1 : 2 + dice.Below(2); left > 0; left--)
        {
            // Each kind comes first equally often.
            Mutation mutation = mutations.Count == 0 ? (Mutation)(number / subjects.Count % Enum.GetValues<Mutation>().Length) : dice.Pick(Enum.GetValues<Mutation>());
            mutations.Add(mutation);
            if (mutator.Apply(mutation, text) is { } mutated)
            {
                text = mutated;
            }
            else
            {
                input = input.AddSyntaxTrees(Parse(subject, text, string.Create(CultureInfo.InvariantCulture, $"Copy{mutations.Count}.cs")));
            }
        }

        SyntaxTree file = Parse(subject, text, original.FilePath);
        return new Mutant(number, subject, mutations, file, input.ReplaceSyntaxTree(original, file));
    }

    public string Describe(ulong seed) => string.Create(
        CultureInfo.InvariantCulture, $"Mutant {Number} of seed {seed}, {Subject.Name}, {string.Join(", ", Mutations)}:\n{File}");

    private static SyntaxTree Parse(Subject subject, string text, string path) => CSharpSyntaxTree.ParseText(text, subject.ParseOptions, path);
}
