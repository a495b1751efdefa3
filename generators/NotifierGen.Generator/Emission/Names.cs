using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Model;

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

    private static readonly string[] s_modes = ["Normal", "BackgroundSnapshot", "CprReboot", "CprTransfer", "CprExec"];

    /// <summary>Marks generated members, with the version of this generator.</summary>
    public static string Generated { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"NotifierGen\", \"{typeof(Names).Assembly.GetName().Version.ToString(3)}\")]";

    public static string Event(Section section) => "global::NotifierGen.MigrationEvent." + section.EventName();

    public static string Phase(Section section) => "global::NotifierGen.Phase." + section.PhaseName();

    public static string Modes(int modes) => modes == 31
        ? "global::NotifierGen.MigrationMode.All"
        : ListModes(modes, "global::NotifierGen.MigrationMode.", " | ");

    /// <summary>The modes as tables print them.</summary>
    public static string PlainModes(int modes) => modes == 31 ? "All" : ListModes(modes, "", ", ");

    /// <summary>An event and phase as people read them.</summary>
    public static string PlainSection(Section section) =>
        section.HasPhase() ? section.EventName() + ", " + section.PhaseName() : section.EventName();

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Literal(bool value) => value ? "true" : "false";

    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static string ListModes(int modes, string prefix, string separator)
    {
        var text = new StringBuilder();
        for (int bit = 0; bit < s_modes.Length; bit++)
        {
            if ((modes & (1 << bit)) != 0)
            {
                text.Append(text.Length == 0 ? "" : separator).Append(prefix).Append(s_modes[bit]);
            }
        }

        return text.ToString();
    }
}
