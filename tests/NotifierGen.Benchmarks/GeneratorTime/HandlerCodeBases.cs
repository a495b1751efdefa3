using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NotifierGen.Generator;

namespace NotifierGen.Benchmarks.GeneratorTime;

/// <summary>The same project as devices of NotifierGen, and as notification handlers of Mediator.</summary>
internal static class HandlerCodeBases
{
    private static readonly string[] s_events = ["Setup", "Done", "Failed", "PostcopyStart", "Reclaimed"];

    public static HandlerCodeBase Ours { get; } = new(
        "NotifierGen",
        static () => new NotifierGenerator(),
        """
        namespace Board
        {
            [NotifierGen.DispatchTable]
            public sealed partial class BoardNotifiers : NotifierGen.MigrationDispatcher { }
        }
        """,
        static (number, edit) => Class(
            number,
            edit,
            ": object",
            static name => $"[NotifierGen.OnMigrationEvent(NotifierGen.MigrationEvent.{name})] public void On{name}()",
            "[NotifierGen.OnMigrationEvent(NotifierGen.MigrationEvent.IncomingSetup)] public void OnMore$turn$()",
            body: static statement => $"{{ {statement} }}"),
        [MetadataReference.CreateFromFile(typeof(OnMigrationEventAttribute).Assembly.Location)])
    {
        ConcernsLibraries = true,
    };

    public static HandlerCodeBase Mediator { get; } = new(
        "Mediator",
        static () => (IIncrementalGenerator)Activator.CreateInstance(MediatorAssembly().GetTypes().First(static type => type.GetCustomAttribute<GeneratorAttribute>() is not null))!,
        "",
        static (number, edit) => Class(
            number,
            edit,
            ": " + string.Join(", ", s_events.Concat(edit == HandlerEdit.Signature ? ["More"] : []).Select(static name => $"Mediator.INotificationHandler<{name}>")),
            static name => $"public System.Threading.Tasks.ValueTask Handle({name} notification, System.Threading.CancellationToken cancellationToken)",
            "public System.Threading.Tasks.ValueTask Handle(More notification, System.Threading.CancellationToken cancellationToken)",
            body: static statement => $"{{ {statement} return default; }}"),
        [
            .. MediatorReferences().Select(static path => MetadataReference.CreateFromFile(path)),
        ])
    {
        Shared = $$"""
            namespace Board
            {
                {{string.Join("\n    ", s_events.Append("More").Select(static name => $"public sealed record {name} : Mediator.INotification;"))}}
            }
            """,
    };

    private static string Class(int number, HandlerEdit edit, string bases, Func<string, string> handler, string more, Func<string, string> body)
    {
        IEnumerable<string> members = s_events.Select((name, i) => handler(name) + " " + body(edit == HandlerEdit.Body && i == 0 ? "_ = $turn$;" : ""));
        IEnumerable<string> added = edit == HandlerEdit.Signature ? [more + " " + body("")] : [];
        return string.Create(CultureInfo.InvariantCulture, $$"""
            namespace Board
            {
                public sealed class Device{{number}} {{bases}}
                {
                    {{string.Join("\n        ", members.Concat(added))}}
                }
            }
            """);
    }

    private static Assembly MediatorAssembly() => Assembly.LoadFrom(Directory.EnumerateFiles(Package("MediatorGeneratorPackage"), "Mediator.SourceGenerator.dll", SearchOption.AllDirectories).First());

    private static IEnumerable<string> MediatorReferences() =>
    [
        typeof(global::Mediator.INotification).Assembly.Location,
        typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location,
    ];

    private static string Package(string key) =>
        typeof(HandlerCodeBases).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
