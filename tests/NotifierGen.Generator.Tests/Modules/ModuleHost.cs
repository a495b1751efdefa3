using System.Reflection;
using System.Runtime.Loader;
using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Modules;

/// <summary>A running emulator: its assemblies in one load context, each module in one of its own that finds the emulator's.</summary>
internal sealed class ModuleHost : IDisposable
{
    private readonly LoadedProject _emulator;
    private readonly GeneratedProject _project;
    private readonly Dictionary<string, Assembly> _modules = [];
    private readonly List<AssemblyLoadContext> _contexts = [];

    public ModuleHost(TestProject emulator)
    {
        _project = GeneratorTest.Check(emulator);
        _emulator = new LoadedProject(emulator.Name);
        foreach (GeneratedProject each in _project.References.Append(_project))
        {
            _emulator.Add(each.Emit(), each.Project.Name);
        }

        Board = (MigrationDispatcher)New("Board");
    }

    /// <summary>An object of the emulator's class <c>Board</c>.</summary>
    public MigrationDispatcher Board { get; }

    /// <summary>What was noted since this was read last.</summary>
    public string Observed
    {
        get
        {
            PropertyInfo text = Type("Machine.Notes").GetProperty("Text")!;
            string observed = ((string)text.GetValue(null)!).TrimEnd();
            text.SetValue(null, "");
            return observed;
        }
    }

    /// <summary>The assembly of a module, loaded when it is asked for first.</summary>
    public Assembly Module(string name)
    {
        if (!_modules.TryGetValue(name, out Assembly? assembly))
        {
            _modules.Add(name, assembly = Load(name, out AssemblyLoadContext context));
            _contexts.Add(context);
        }

        return assembly;
    }

    /// <summary>Loads a module into a new context. The context is unloaded when nobody holds it.</summary>
    public Assembly Load(string name, out AssemblyLoadContext context)
    {
        context = new AssemblyLoadContext(name, isCollectible: true);
        context.Resolving += (_, wanted) => _modules.TryGetValue(wanted.Name!, out Assembly? module) ? module : _emulator.LoadFromAssemblyName(wanted);
        return context.LoadFromStream(new MemoryStream(_project.Modules.Single(module => module.Project.Name == name).Emit()));
    }

    public void Add(params string[] modules)
    {
        foreach (string module in modules)
        {
            Board.AddModule(Module(module));
        }
    }

    /// <summary>An object of a class of the emulator or of a module.</summary>
    public object New(string type) => Activator.CreateInstance(Type(type), nonPublic: true)!;

    /// <summary>Makes and registers a device.</summary>
    public object Register(string type)
    {
        object device = New(type);
        Board.Register(device);
        return device;
    }

    public DispatchReport Notify(MigrationEvent migrationEvent, Phase phase = Phase.BeforeVmStart, MigrationMode mode = MigrationMode.Normal, long sessionId = 0) =>
        Board.Notify(new MigrationContext { Event = migrationEvent, Phase = phase, Mode = mode, SessionId = sessionId });

    /// <summary>Calls something whenever anything is noted.</summary>
    public void OnNote(Action action) => Type("Machine.Notes").GetProperty("OnNote")!.SetValue(null, action);

    /// <summary>Nothing is noted any more.</summary>
    public void Quieten() => Type("Machine.Notes").GetProperty("IsQuiet")!.SetValue(null, true);

    /// <summary>The rows as they are now, each as <c>Class.Handler</c>.</summary>
    public string Table()
    {
        var rows = new List<string>();
        foreach (NotifierRow row in Board.CurrentTable)
        {
            rows.Add($"{row.Device}.{row.Handler}");
        }

        return string.Join(' ', rows);
    }

    public void Dispose()
    {
        _emulator.UnloadAll();
        _contexts.ForEach(context => context.Unload());
    }

    private Type Type(string name) =>
        _modules.Values.Concat(_emulator.Loaded).Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null)
        ?? throw new InvalidOperationException($"No assembly has '{name}'.");
}
