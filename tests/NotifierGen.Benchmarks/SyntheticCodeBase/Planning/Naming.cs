using System.Globalization;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>Names that are met once in the code base.</summary>
internal sealed class Naming(Dice dice)
{
    private int _number;

    public string Namespace() => "Synthetic." + dice.Pick(Vocabulary.Hardware) + Next("000");

    public string Type() => dice.Pick(Vocabulary.Hardware) + dice.Pick(Vocabulary.Roles) + Next("0000");

    public string Interface() => "I" + dice.Pick(Vocabulary.Things) + dice.Pick(Vocabulary.Roles) + Next("000");

    public string AbstractClass() => dice.Pick(Vocabulary.Things) + dice.Pick(Vocabulary.Roles) + "Base" + Next("000");

    public string Method() => dice.Pick(Vocabulary.Verbs) + dice.Pick(Vocabulary.Things) + Next("0");

    private string Next(string format) => (++_number).ToString(format, CultureInfo.InvariantCulture);
}
