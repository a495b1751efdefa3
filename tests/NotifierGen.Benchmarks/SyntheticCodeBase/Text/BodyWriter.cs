using System.Globalization;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Writes the statements of one body, in which the locals <c>result</c>, <c>value</c> and <c>count</c> are numbers.</summary>
internal sealed class BodyWriter(CodeWriter writer, TypeFields fields, Dice dice, bool hasEvent)
{
    private static readonly string[] s_operators = ["+", "-", "*", "^", "&", "|"];

    private int _locals;

    public TypeFields Fields { get; } = fields;

    public Dice Dice { get; } = dice;

    /// <summary>Whether the class has the event <c>Changed</c>.</summary>
    public bool HasEvent { get; } = hasEvent;

    public void Write(string text) => writer.Write(text);

    public void Open(string head) => writer.Open(head);

    public void Close() => writer.Close();

    /// <summary>A name that no other local of the body has.</summary>
    public string Local(string stem) => stem + (++_locals).ToString(CultureInfo.InvariantCulture);

    /// <summary>A small number.</summary>
    public string Number(int low, int high) => Dice.Between(low, high).ToString(CultureInfo.InvariantCulture);

    /// <summary>An expression of type int, of fields and locals.</summary>
    public string Value(int depth = 2)
    {
        if (depth == 0)
        {
            return Dice.Below(8) switch
            {
                0 or 1 => "value",
                2 => "count",
                3 => "result",
                4 => Fields.Cursor,
                5 => $"{Fields.Ints}[{Number(0, 15)}]",
                6 => Fields.Name + ".Length",
                _ => $"(int){Fields.Word}",
            };
        }

        return Dice.Below(9) switch
        {
            0 => $"Math.Max({Value(depth - 1)}, {Number(1, 255)})",
            1 => $"({Value(depth - 1)} << {Number(1, 7)})",
            2 => $"({Value(depth - 1)} >> {Number(1, 7)})",
            3 => $"({Value(depth - 1)} % {Number(3, 97)})",
            4 => $"({Value(0)} > {Value(0)} ? {Value(depth - 1)} : {Number(0, 63)})",
            5 => $"({Value(depth - 1)}).Rotate({Number(1, 31)})",
            _ => $"({Value(depth - 1)} {Dice.Pick(s_operators)} {(Dice.Chance(40) ? Number(1, 4095) : Value(depth - 1))})",
        };
    }
}
