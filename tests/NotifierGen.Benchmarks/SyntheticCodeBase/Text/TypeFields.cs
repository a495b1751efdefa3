namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>The names of the fields that every class has, in words of its own.</summary>
internal sealed class TypeFields
{
    private static readonly string[] s_ints = ["_registers", "_counters", "_levels", "_thresholds", "_samples"];
    private static readonly string[] s_lists = ["_pending", "_backlog", "_history", "_waiting"];
    private static readonly string[] s_tables = ["_routes", "_pages", "_aliases", "_owners"];
    private static readonly string[] s_bytes = ["_buffer", "_memory", "_frame", "_window"];
    private static readonly string[] s_words = ["_status", "_control", "_mask", "_flags"];
    private static readonly string[] s_names = ["_name", "_label", "_tag"];
    private static readonly string[] s_cursors = ["_cursor", "_head", "_depth", "_credit"];
    private static readonly string[] s_switches = ["_enabled", "_armed", "_dirty"];

    public TypeFields(Dice dice)
    {
        Ints = dice.Pick(s_ints);
        List = dice.Pick(s_lists);
        Table = dice.Pick(s_tables);
        Bytes = dice.Pick(s_bytes);
        Word = dice.Pick(s_words);
        Name = dice.Pick(s_names);
        Cursor = dice.Pick(s_cursors);
        Switch = dice.Pick(s_switches);
    }

    public string Ints { get; }

    public string List { get; }

    public string Table { get; }

    public string Bytes { get; }

    public string Word { get; }

    public string Name { get; }

    public string Cursor { get; }

    public string Switch { get; }
}
