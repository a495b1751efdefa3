using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Model;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.Generator.Emission;

/// <summary>How generated code names what it uses.</summary>
internal static class Names
{
    public const string Context = "global::NotifierGen.MigrationContext";
    public const string SetupResult = "global::NotifierGen.SetupResult";
    public const string Cursor = "global::NotifierGen.CompilerServices.RowCursor";
    public const string DeviceClass = "global::NotifierGen.CompilerServices.DeviceClass";
    public const string DispatchTable = "global::NotifierGen.CompilerServices.DispatchTable";
    public const string Row = "global::NotifierGen.NotifierRow";
    public const string Type = "global::System.Type";

    /// <summary>The parameters of every generated method that runs rows.</summary>
    public const string RowParameters = "(ref " + Cursor + " cursor, in " + Context + " context)";

    /// <summary>Keeps generated members out of completion lists.</summary>
    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    private const int All = HandlerAttribute.AllModes;

    // A large table prints each of these thousands of times.
    private static readonly string[] s_modes = ["Normal", "BackgroundSnapshot", "CprReboot", "CprTransfer", "CprExec"];
    private static readonly string[] s_qualifiedModes = ListAllModes("global::NotifierGen.MigrationMode.", " | ");
    private static readonly string[] s_plainModes = ListAllModes("", ", ");
    private static readonly string[] s_events = ForAllSections(static section => "global::NotifierGen.MigrationEvent." + section.EventName());
    private static readonly string[] s_phases = ForAllSections(static section => "global::NotifierGen.Phase." + section.PhaseName());
    private static readonly string[] s_plainSections = ForAllSections(static section =>
        section.HasPhase() ? section.EventName() + ", " + section.PhaseName() : section.EventName());

    /// <summary>Marks generated members, with the version of this generator.</summary>
    public static string Generated { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"NotifierGen\", \"{typeof(Names).Assembly.GetName().Version.ToString(3)}\")]";

    public static string Event(Section section) => s_events[(int)section];

    public static string Phase(Section section) => s_phases[(int)section];

    public static string Modes(int modes) => s_qualifiedModes[modes & All];

    /// <summary>The modes as tables print them.</summary>
    public static string PlainModes(int modes) => s_plainModes[modes & All];

    /// <summary>An event and phase as people read them.</summary>
    public static string PlainSection(Section section) => s_plainSections[(int)section];

    public static string Literal(string text)
    {
        foreach (char character in text)
        {
            if (!(character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_'))
            {
                return SymbolDisplay.FormatLiteral(text, quote: true);
            }
        }

        return "\"" + text + "\"";
    }

    public static string Literal(bool value) => value ? "true" : "false";

    private static string[] ForAllSections(Func<Section, string> name)
    {
        var names = new string[SectionFacts.Count];
        for (int section = 0; section < names.Length; section++)
        {
            names[section] = name((Section)section);
        }

        return names;
    }

    private static string[] ListAllModes(string prefix, string separator)
    {
        var names = new string[All + 1];
        for (int modes = 0; modes < All; modes++)
        {
            names[modes] = string.Join(separator, s_modes.Where((_, bit) => (modes & (1 << bit)) != 0).Select(mode => prefix + mode));
        }

        names[All] = prefix + "All";
        return names;
    }
}
