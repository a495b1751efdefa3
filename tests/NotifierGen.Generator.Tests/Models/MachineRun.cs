using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Models;

/// <summary>Generates, compiles, loads and runs a machine, and compares what happened with the reference.</summary>
internal sealed class MachineRun
{
    private static readonly MigrationMode[] s_modes = [MigrationMode.Normal, MigrationMode.BackgroundSnapshot, MigrationMode.CprExec];

    private readonly Machine _machine;
    private readonly IReadOnlyList<Assembly> _assemblies;
    private readonly MigrationDispatcher _dispatcher;
    private readonly string[] _compiledTable;

    private Reference _reference;

    private MachineRun(Machine machine, IReadOnlyList<Assembly> assemblies)
    {
        _machine = machine;
        _reference = new Reference(machine, [.. machine.Board.Reach]);
        _assemblies = assemblies;
        _dispatcher = CreateDispatcher();
        _compiledTable = CompiledTable();
    }

    private delegate ReadOnlySpan<NotifierRow> TableGetter();

    /// <summary>What is not as it should be; null if all is well.</summary>
    public static Mistake? FindMistake(Machine machine)
    {
        // Half of the machines are built as in an IDE, half as on the command line; there nothing comes of a project that does not compile.
        GeneratedProject project;
        try
        {
            project = GeneratedProject.Generate(MachineWriter.Write(machine), LanguageVersion.Latest, asImages: machine.Seed % 2 == 0);
        }
        catch (Xunit.Sdk.XunitException exception)
        {
            return new Mistake(Regex.Match(exception.Message, @"[A-Z]+\d{4}").Value, exception.Message);
        }

        foreach (GeneratedProject each in project.References.Concat(project.Modules).Append(project))
        {
            Diagnostic[] problems = [.. each.Diagnostics, .. each.Warnings()];
            if (problems.Length > 0)
            {
                return new Mistake(problems[0].Id, $"{each.Project.Name}:\n{string.Join('\n', problems.AsEnumerable())}");
            }
        }

        return CompiledProject.Use(project, assemblies => new MachineRun(machine, assemblies).Compare());
    }

    private static object Create(Type type) => Activator.CreateInstance(type, nonPublic: true)!;

    private MigrationDispatcher CreateDispatcher() =>
        (MigrationDispatcher)Create(_assemblies[^1].GetType(MachineWriter.Dispatcher(_machine), throwOnError: true)!);

    private Mistake? Compare()
    {
        object[] devices = [.. _machine.Devices.Select(Create)];

        // Modules come between registrations: some devices know them from the beginning, others get more handlers then. A device that has none
        // before could only be registered out of order.
        int registered = 0;
        int early = _machine.Modules.Any() ? (int)(_machine.Seed / 2 % (ulong)(devices.Length + 1)) : 0;
        while (registered < early && _dispatcher.TryRegister(devices[registered]))
        {
            registered++;
        }

        var modules = new List<MachineProject>();
        return AddModules(modules)
            ?? Register(devices, registered)
            ?? CompareTable()
            ?? CompareCalls(devices)
            ?? RemoveModules(modules, devices);
    }

    private Mistake? AddModules(List<MachineProject> added)
    {
        // An assembly without handlers has no manifest, and is no module.
        foreach (MachineProject module in _machine.Modules.Where(module => module.Types.Any(type => type.Methods.Any(method => method.Annotations.Count > 0))))
        {
            MachineProject[] composed = [.. _machine.Board.Reach, .. added, module];
            var reference = new Reference(_machine, composed);
            bool isCyclic = HasCycle(reference);
            string[] before = CurrentTable();
            try
            {
                _dispatcher.AddModule(AssemblyOf(module));
            }
            catch (ArgumentException exception) when (isCyclic && exception.Message.Contains("form a cycle", StringComparison.Ordinal))
            {
                if (!before.SequenceEqual(CurrentTable()))
                {
                    return Difference("refused module", $"{module.Name} was refused, but the table", before, CurrentTable());
                }

                continue;
            }

            if (isCyclic)
            {
                return new Mistake("cycle", $"{module.Name} was added, though its rows wait for themselves.");
            }

            _reference = reference;
            added.Add(module);
        }

        return null;
    }

    /// <summary>Whether rows wait for themselves that the compiler has not left out already.</summary>
    private bool HasCycle(Reference reference)
    {
        List<string> compiled = [.. _compiledTable];
        foreach (Annotation row in _machine.Board.Reach.SelectMany(project => project.Types).SelectMany(type => type.Methods).SelectMany(method => method.Annotations).Except(reference.LeftOut))
        {
            compiled.Remove(Describe(row));
        }

        return compiled.Count > 0 || reference.LeftOut.Any(row => row.Method.Type.Project.IsModule);
    }

    private Mistake? Register(object[] devices, int first)
    {
        for (int i = first; i < devices.Length; i++)
        {
            bool isKnown = _reference.IsKnown(_machine.Devices[i].Type);
            if (_dispatcher.TryRegister(devices[i]) != isKnown)
            {
                return new Mistake("registration", $"{_machine.Devices[i].Type} {(isKnown ? "was not" : "was")} registered.");
            }
        }

        return null;
    }

    private Mistake? CompareCalls(object[] devices)
    {
        foreach (Moment moment in Moment.All)
        {
            foreach (MigrationMode mode in s_modes)
            {
                string[] expected = [.. _reference.Calls(moment, mode).Select(call => Describe(call.Device, call.What))];
                string[] actual = Notify(_dispatcher, moment, mode, devices);
                if (!expected.SequenceEqual(actual))
                {
                    return Difference("calls", $"{moment.Event}/{moment.Phase} in mode {mode}", expected, actual);
                }
            }
        }

        return null;
    }

    /// <summary>Without its modules a dispatcher is again what it was: it does as one that never had any.</summary>
    private Mistake? RemoveModules(List<MachineProject> modules, object[] devices)
    {
        if (modules.Count == 0)
        {
            return null;
        }

        Array.ForEach(devices, device => _dispatcher.Unregister(device));
        foreach (MachineProject module in Enumerable.Reverse(modules))
        {
            if (!_dispatcher.RemoveModule(AssemblyOf(module)))
            {
                return new Mistake("remove", $"{module.Name} was no module.");
            }
        }

        if (!_compiledTable.SequenceEqual(CurrentTable()))
        {
            return Difference("table afterwards", "Without modules the table", _compiledTable, CurrentTable());
        }

        MigrationDispatcher other = CreateDispatcher();
        foreach (object device in devices)
        {
            if (_dispatcher.TryRegister(device) != other.TryRegister(device))
            {
                return new Mistake("registration afterwards", device.GetType() + " is known to only one of two dispatchers.");
            }
        }

        foreach (Moment moment in Moment.All)
        {
            string[] expected = Notify(other, moment, MigrationMode.Normal, devices);
            string[] actual = Notify(_dispatcher, moment, MigrationMode.Normal, devices);
            if (!expected.SequenceEqual(actual))
            {
                return Difference("calls afterwards", $"{moment.Event}/{moment.Phase}", expected, actual);
            }
        }

        return null;
    }

    private Mistake? CompareTable()
    {
        string[] expected = [.. Moment.All.SelectMany(moment => _reference.Rows(moment)).Select(Describe)];
        string[] actual = CurrentTable();
        return expected.SequenceEqual(actual) ? null : Difference("table", "The table", expected, actual);
    }

    private string[] CompiledTable() =>
        Describe(_dispatcher.GetType().GetProperty("Table", BindingFlags.Public | BindingFlags.Static)!.GetMethod!.CreateDelegate<TableGetter>()());

    private string[] CurrentTable() => Describe(_dispatcher.CurrentTable);

    private static string[] Describe(ReadOnlySpan<NotifierRow> rows)
    {
        var lines = new List<string>();
        foreach (NotifierRow row in rows)
        {
            lines.Add(Describe(row.Device, row.Handler, row.Event, row.Phase, row.Modes, row.Order, row.Assembly));
        }

        return [.. lines];
    }

    private static string Describe(Annotation row) =>
        Describe(row.Method.Type.FullName, row.Method.Name, row.Moment.Event, row.Moment.Phase, row.Modes, row.Order, row.Method.Type.Project.Name);

    private static string[] Notify(MigrationDispatcher dispatcher, Moment moment, MigrationMode mode, object[] devices)
    {
        var notes = new List<KeyValuePair<object, string>>();
        AppDomain.CurrentDomain.SetData(MachineWriter.Notes, notes);
        var context = new MigrationContext { Event = moment.Event, Phase = moment.Phase, Mode = mode };
        dispatcher.Notify(in context);
        return [.. notes.Select(note => Describe(Array.FindIndex(devices, device => ReferenceEquals(device, note.Key)), note.Value))];
    }

    private Assembly AssemblyOf(MachineProject project) => _assemblies.Single(each => each.GetName().Name == project.Name);

    /// <summary>An object of a type of the machine. Its type arguments are those of the base class library that the writer uses.</summary>
    private object Create(TypeUse use)
    {
        Type type = AssemblyOf(use.Type.Project).GetType(use.Type.MetadataName, throwOnError: true)!;
        Type[] arguments = [.. use.Arguments.Select(argument => argument switch { "int" => typeof(int), "string" => typeof(string), _ => typeof(object) })];
        return Create(arguments.Length == 0 ? type : type.MakeGenericType(arguments));
    }

    private static string Describe(int device, string what) => string.Create(CultureInfo.InvariantCulture, $"{(device < 0 ? "static" : "device " + device)}: {what}");

    private static string Describe(string device, string handler, MigrationEvent migrationEvent, Phase phase, MigrationMode modes, int order, string assembly) =>
        string.Create(CultureInfo.InvariantCulture, $"{assembly}: {device}.{handler} {migrationEvent} {phase} {modes} {order}");

    private static Mistake Difference(string kind, string what, IEnumerable<string> expected, IEnumerable<string> actual) => new(kind, new StringBuilder(what)
        .Append("\nexpected:\n  ").AppendJoin("\n  ", expected)
        .Append("\nactual:\n  ").AppendJoin("\n  ", actual).ToString());
}
