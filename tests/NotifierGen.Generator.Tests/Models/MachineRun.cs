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
    private readonly Machine _machine;
    private readonly Reference _reference;
    private readonly IReadOnlyList<Assembly> _assemblies;
    private readonly MigrationDispatcher _dispatcher;

    private MachineRun(Machine machine, IReadOnlyList<Assembly> assemblies)
    {
        _machine = machine;
        _reference = new Reference(machine);
        _assemblies = assemblies;
        _dispatcher = (MigrationDispatcher)Create(assemblies[^1].GetType(MachineWriter.Dispatcher(machine), throwOnError: true)!);
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

        foreach (GeneratedProject each in project.References.Append(project))
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

    private Mistake? Compare()
    {
        object[] devices = [.. _machine.Devices.Select(Create)];
        for (int i = 0; i < devices.Length; i++)
        {
            bool isKnown = _reference.IsKnown(_machine.Devices[i].Type);
            if (_dispatcher.TryRegister(devices[i]) != isKnown)
            {
                return new Mistake("registration", $"{_machine.Devices[i].Type} {(isKnown ? "was not" : "was")} registered.");
            }
        }

        if (CompareTable() is { } inTable)
        {
            return inTable;
        }

        foreach (Moment moment in Moment.All)
        {
            foreach (MigrationMode mode in new[] { MigrationMode.Normal, MigrationMode.BackgroundSnapshot, MigrationMode.CprExec })
            {
                string[] expected = [.. _reference.Calls(moment, mode).Select(call => Describe(call.Device, call.What))];
                string[] actual = Notify(moment, mode, devices);
                if (!expected.SequenceEqual(actual))
                {
                    return Difference("calls", $"{moment.Event}/{moment.Phase} in mode {mode}", expected, actual);
                }
            }
        }

        return null;
    }

    private Mistake? CompareTable()
    {
        string[] expected = [.. Moment.All.SelectMany(moment => _reference.Rows(moment)).Select(row =>
            Describe(row.Method.Type.FullName, row.Method.Name, row.Moment.Event, row.Moment.Phase, row.Modes, row.Order, row.Method.Type.Project.Name))];
        var getter = _dispatcher.GetType().GetProperty("Table", BindingFlags.Public | BindingFlags.Static)!.GetMethod!.CreateDelegate<TableGetter>();
        var actual = new List<string>();
        foreach (NotifierRow row in getter())
        {
            actual.Add(Describe(row.Device, row.Handler, row.Event, row.Phase, row.Modes, row.Order, row.Assembly));
        }

        return expected.SequenceEqual(actual) ? null : Difference("table", "The table", expected, actual);
    }

    private string[] Notify(Moment moment, MigrationMode mode, object[] devices)
    {
        var notes = new List<KeyValuePair<object, string>>();
        AppDomain.CurrentDomain.SetData(MachineWriter.Notes, notes);
        var context = new MigrationContext { Event = moment.Event, Phase = moment.Phase, Mode = mode };
        _dispatcher.Notify(in context);
        return [.. notes.Select(note => Describe(Array.FindIndex(devices, device => ReferenceEquals(device, note.Key)), note.Value))];
    }

    /// <summary>An object of a type of the machine. Its type arguments are those of the base class library that the writer uses.</summary>
    private object Create(TypeUse use)
    {
        Assembly assembly = _assemblies.Single(each => each.GetName().Name == use.Type.Project.Name);
        Type type = assembly.GetType(use.Type.MetadataName, throwOnError: true)!;
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
