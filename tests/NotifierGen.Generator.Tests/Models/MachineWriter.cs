using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Models;

/// <summary>Writes a machine as C#. Every method notes who called what, with which context.</summary>
internal sealed class MachineWriter
{
    /// <summary>Under what key the notes are among the data of the process: a list of devices and texts.</summary>
    public const string Notes = "NotifierGen.Generator.Tests.Models";

    private const string Note =
        $$"""
        internal static class Note
        {
            internal static void Add(object device, string what) =>
                ((System.Collections.Generic.List<System.Collections.Generic.KeyValuePair<object, string>>)System.AppDomain.CurrentDomain.GetData("{{Notes}}"))
                    .Add(new System.Collections.Generic.KeyValuePair<object, string>(device, what));

            internal static void Add(object device, string what, in global::NotifierGen.MigrationContext context) =>
                Add(device, what + " " + context.Event + " " + context.Phase + " " + context.Mode);
        }
        """;

    private readonly StringBuilder _text = new();
    private readonly int _file;

    private MachineWriter(int file) => _file = file;

    /// <summary>The project of the dispatcher, with those that it references.</summary>
    public static TestProject Write(Machine machine) => Write(machine, machine.Board, []);

    /// <summary>The sources as one text, for a person to read.</summary>
    public static string ToText(Machine machine)
    {
        var written = new Dictionary<MachineProject, TestProject>();
        Write(machine, machine.Board, written);
        return string.Concat(written.Values.SelectMany(project => project.Sources.Skip(1).Select(source => $"// {project.Name}\n{source}\n")));
    }

    /// <summary>The name of the dispatcher, as reflection knows it.</summary>
    public static string Dispatcher(Machine machine) => (machine.Seed % 3) switch
    {
        0 => "Dispatcher",
        1 => "namespace.Über.while",
        _ => "Emulator.Outer`0+fixed".Replace("`0", "", StringComparison.Ordinal),
    };

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None || name.All(char.IsAsciiLetterLower)
            ? "@" + name
            : name;

    private static TestProject Write(Machine machine, MachineProject project, Dictionary<MachineProject, TestProject> written)
    {
        if (!written.TryGetValue(project, out TestProject? result))
        {
            IEnumerable<MachineProject> referenced = project.IsBoard ? project.Reach.Skip(1) : project.References;
            TestProject[] references = [.. referenced.Select(reference => Write(machine, reference, written))];
            TestProject[] modules = [.. machine.Modules.Where(_ => project.IsBoard).Select(module => Write(machine, module, written))];
            string dispatcher = project == machine.Board ? DispatcherSource(machine) : "";
            IEnumerable<string> files = Enumerable.Range(0, project.Files).Select(file => new MachineWriter(file).WriteFile(project));
            result = new TestProject(project.Name, [Note, .. files, dispatcher])
            {
                References = references,
                ReferencesTransitively = modules.Length == 0,
                Modules = modules,
            };
            written.Add(project, result);
        }

        return result;
    }

    private static string DispatcherSource(Machine machine) => (machine.Seed % 3) switch
    {
        0 => "[DispatchTable] public sealed partial class Dispatcher : MigrationDispatcher { }",
        1 => "namespace @namespace.Über { [DispatchTable] internal partial class @while : MigrationDispatcher { } }",
        _ => "namespace Emulator { public static partial class Outer { [global::NotifierGen.DispatchTable] private sealed partial class @fixed : global::NotifierGen.MigrationDispatcher { } } }",
    };

    private string WriteFile(MachineProject project)
    {
        foreach (DeviceType type in project.Types.Where(type => type.Container is null && StandsHere(type)))
        {
            if (type.Namespace.Length > 0)
            {
                _text.Append(CultureInfo.InvariantCulture, $"namespace {EscapeDotted(type.Namespace)}\n{{\n");
            }

            WriteType(project, type, type.Namespace.Length > 0 ? "    " : "");
            _text.Append(type.Namespace.Length > 0 ? "}\n" : "");
        }

        return _text.ToString();
    }

    private bool StandsHere(DeviceType type) =>
        type.File == _file
        || type.Methods.Any(method => method.File == _file)
        || type.Project.Types.Any(nested => nested.Container == type && StandsHere(nested));

    private void WriteType(MachineProject project, DeviceType type, string indent)
    {
        bool isMain = type.File == _file;
        string keyword = type.Kind switch
        {
            TypeKind.Record => "record",
            TypeKind.Interface => "interface",
            TypeKind.Struct => "struct",
            _ => "class",
        };
        string modifiers = !isMain ? "" : type.Accessibility + (type.Kind == TypeKind.StaticClass ? " static" : "") + (type.IsAbstract ? " abstract" : "") + (type.IsSealed ? " sealed" : "") + " ";
        _text.Append(CultureInfo.InvariantCulture, $"{indent}{modifiers}{(type.IsPartial ? "partial " : "")}{keyword} {Segment(type, type.Parameters.Select(parameter => Escape(parameter.Name)))}");
        if (isMain)
        {
            string[] bases = [.. type.Base is { } used ? [Reference(used)] : Array.Empty<string>(), .. type.Interfaces.Select(Reference)];
            _text.Append(bases.Length > 0 ? " : " + string.Join(", ", bases) : "");
            _text.Append(string.Concat(type.Parameters.Where(parameter => parameter.Constraint.Length > 0).Select(parameter => $" where {Escape(parameter.Name)} : {parameter.Constraint}")));
        }

        _text.Append(CultureInfo.InvariantCulture, $"\n{indent}{{\n");
        foreach (DeviceMethod method in type.Methods.Where(method => method.File == _file))
        {
            WriteMethod(method, indent + "    ");
        }

        foreach (DeviceType nested in project.Types.Where(nested => nested.Container == type && StandsHere(nested)))
        {
            WriteType(project, nested, indent + "    ");
        }

        _text.Append(indent).Append("}\n");
    }

    private void WriteMethod(DeviceMethod method, string indent)
    {
        foreach (Annotation annotation in method.Annotations)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{indent}[global::NotifierGen.OnMigrationEvent({Arguments(annotation)})]\n");
        }

        bool isInterface = method.Type.Kind == TypeKind.Interface;
        string modifier = method.Kind switch
        {
            MethodKind.Static => " static",
            MethodKind.Virtual when !isInterface => " virtual",
            MethodKind.Abstract when !isInterface => " abstract",
            MethodKind.Override => " override",
            _ => "",
        };
        string head = method.Kind == MethodKind.Explicit ? "" : method.Accessibility + modifier + " ";
        string name = (method.Kind == MethodKind.Explicit ? Reference(method.Implements!.Type) + "." : "") + Escape(method.Name);
        string parameter = method.TakesContext ? "in global::NotifierGen.MigrationContext context" : "";
        string body = method.Kind == MethodKind.Abstract ? ";" : $" {{ {Body(method)} }}";
        _text.Append(CultureInfo.InvariantCulture, $"{indent}{head}{(method.Answers ? "global::NotifierGen.SetupResult" : "void")} {name}({parameter}){body}\n");
    }

    private static string Body(DeviceMethod method)
    {
        string device = method.Kind == MethodKind.Static ? "null" : "this";
        string end = method.Throws ? "throw new global::System.InvalidOperationException(\"thrown\");"
            : !method.Answers ? ""
            : method.Refuses ? "return global::NotifierGen.SetupResult.Refuse(\"refused\");"
            : "return global::NotifierGen.SetupResult.Accept;";
        return $"global::Note.Add({device}, \"{method.Label}\"{(method.TakesContext ? ", in context" : "")}); {end}".TrimEnd();
    }

    private static string Arguments(Annotation annotation)
    {
        var arguments = new List<string> { "global::NotifierGen.MigrationEvent." + annotation.Moment.Event };
        if (annotation.Moment.Phase != Phase.BeforeVmStart || (annotation.Moment.HasPhases && annotation.Order != 0))
        {
            arguments.Add("global::NotifierGen.Phase." + annotation.Moment.Phase);
        }

        if (annotation.Modes != MigrationMode.Normal)
        {
            arguments.Add($"Modes = (global::NotifierGen.MigrationMode){(int)annotation.Modes}");
        }

        if (annotation.Order != 0)
        {
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"Order = {annotation.Order}"));
        }

        AddTypes("After", annotation.After);
        AddTypes("Before", annotation.Before);
        return string.Join(", ", arguments);

        void AddTypes(string name, List<DeviceType> types)
        {
            if (types.Count > 0)
            {
                arguments.Add($"{name} = new[] {{ {string.Join(", ", types.Select(type => $"typeof({Unbound(type)})"))} }}");
            }
        }
    }

    private static string Unbound(DeviceType type) => Qualify(type, type.Nesting.Select(each => Segment(each, each.Parameters.Select(_ => ""), ",")));

    private static string Reference(DeviceType type) => Reference(new TypeUse(type, []));

    private static string Reference(TypeUse use)
    {
        int next = 0;
        var segments = new List<string>();
        foreach (DeviceType type in use.Type.Nesting)
        {
            segments.Add(Segment(type, use.Arguments.Skip(next).Take(type.Parameters.Count)));
            next += type.Parameters.Count;
        }

        return Qualify(use.Type, segments);
    }

    private static string Qualify(DeviceType type, IEnumerable<string> segments) =>
        "global::" + (type.Namespace.Length == 0 ? "" : EscapeDotted(type.Namespace) + ".") + string.Join('.', segments);

    private static string Segment(DeviceType type, IEnumerable<string> arguments, string separator = ", ") =>
        Escape(type.Name) + (type.Parameters.Count == 0 ? "" : $"<{string.Join(separator, arguments)}>");

    private static string EscapeDotted(string name) => string.Join('.', name.Split('.').Select(Escape));
}
