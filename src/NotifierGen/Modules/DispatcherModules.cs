using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Registry;

namespace NotifierGen.Modules;

/// <summary>The modules of one dispatcher. Safe on any thread; whatever is refused leaves the dispatcher as it was.</summary>
internal sealed class DispatcherModules(string dispatcher, DispatchTable compiled, Type[] compiledRowClasses, DeviceRegistry registry, Func<bool> isSessionOpen)
{
    private readonly object _gate = new();
    private readonly RowReader _reader = new();
    private readonly List<DispatcherModule> _modules = [];
    private List<MergeRow>? _compiledRows;
    private int _version;
    private volatile bool _isAnyUnloading;
    private volatile bool _hasSomethingEnded;

    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    public void Add(Assembly assembly)
    {
        lock (_gate)
        {
            try
            {
                Type[] rowClasses = ModuleManifest.Read(assembly);
                CheckIsNew(assembly, rowClasses);
                _compiledRows ??= ReadCompiled();
                DispatcherModule module = new(assembly, [.. rowClasses.SelectMany(_reader.Read)]);
                Replace(Merge([.. _modules, module]), "AddModule", assembly);
                _modules.Add(module);
                module.Watch(this);
            }
            catch (ModuleException exception)
            {
                throw ModuleManifest.Error(assembly, exception.Message, exception.InnerException);
            }
            catch (Exception exception) when (ModuleManifest.IsOfTheModule(exception))
            {
                throw ModuleManifest.Unreadable(assembly, exception);
            }
        }

        LetUnloadingGo();
    }

    public bool Remove(Assembly assembly)
    {
        lock (_gate)
        {
            DispatcherModule? module = _modules.Find(each => each.Assembly == assembly);
            if (module is null)
            {
                return false;
            }

            try
            {
                Replace(Without(module), "RemoveModule", assembly);
            }
            catch (ModuleException exception)
            {
                throw new InvalidOperationException($"RemoveModule: '{assembly.GetName().Name}', '{dispatcher}': without it, {exception.Message} Or remove the other modules first.", exception);
            }

            Forget(module);
        }

        LetUnloadingGo();
        return true;
    }

    /// <summary>A load context is being unloaded: its modules go now, or when the last of their devices does.</summary>
    public void OnUnloading()
    {
        lock (_gate)
        {
            _isAnyUnloading = true;
            RemoveUnloading();
        }

        LetUnloadingGo();
    }

    /// <summary>Whenever something has ended that a module may have been waiting for. Never waits itself: the guest may be standing still.</summary>
    public void LetUnloadingGo()
    {
        if (!_isAnyUnloading)
        {
            return;
        }

        // Whoever holds the gate looks again when he has let it go: what ended meanwhile may be what he stumbled over.
        _hasSomethingEnded = true;
        while (_hasSomethingEnded && Monitor.TryEnter(_gate))
        {
            try
            {
                _hasSomethingEnded = false;
                RemoveUnloading();
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    private void RemoveUnloading()
    {
        foreach (DispatcherModule module in _modules.FindAll(each => each.IsUnloading && !registry.HasDevices(each.Rows.Select(row => row.Class))))
        {
            try
            {
                if (registry.Move(Without(module), isSessionOpen, out _) == MoveResult.Moved)
                {
                    Forget(module);
                }
            }
            catch (ModuleException)
            {
                // Other modules cannot be without it; it goes when they do. No row may be lost instead.
            }
        }

        _isAnyUnloading = _modules.Exists(each => each.IsUnloading);
    }

    private void Forget(DispatcherModule module)
    {
        module.Unwatch();
        _modules.Remove(module);
    }

    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    private List<MergeRow> ReadCompiled()
    {
        try
        {
            return TableMerge.OfCompiled(compiled, compiledRowClasses.SelectMany(_reader.Read));
        }
        catch (Exception exception) when (ModuleManifest.IsOfTheModule(exception))
        {
            throw new ModuleException($"the rows that '{dispatcher}' was compiled with cannot be read: {exception.Message}", exception);
        }
    }

    private void CheckIsNew(Assembly assembly, Type[] rowClasses)
    {
        if (_modules.Exists(each => each.Assembly == assembly))
        {
            throw new ModuleException($"'{dispatcher}' has it already. Add a module once, or remove it first.");
        }

        if (rowClasses.Any(compiledRowClasses.Contains))
        {
            throw new ModuleException(
                $"'{dispatcher}' was compiled with it, so its handlers are in the table already. AddModule is for assemblies that the application does not reference.");
        }
    }

    private TablePlan Merge(List<DispatcherModule> modules) =>
        TableMerge.Merge(compiled, [.. _compiledRows!, .. modules.SelectMany(each => each.Rows)], ++_version);

    /// <summary>The table without one of the modules; without any it is the compiled one.</summary>
    /// <exception cref="ModuleException">An edge to a class of the module means that class's base now, and the rows that are left wait for each other.</exception>
    private TablePlan Without(DispatcherModule module)
    {
        List<DispatcherModule> left = _modules.FindAll(each => each != module);
        return left.Count == 0 ? new TablePlan(compiled, version: ++_version) : Merge(left);
    }

    private void Replace(TablePlan plan, string call, Assembly assembly)
    {
        string? problem = registry.Move(plan, isSessionOpen, out object? inUse) switch
        {
            MoveResult.Dispatching => "a dispatch is under way. Call it when that is over, and not from a handler.",
            MoveResult.SessionOpen => "a session is open. Complete, fail or dispose it first: the table of a migration stays as it was in Setup.",
            MoveResult.InUse => $"a device of '{inUse!.GetType()}' is registered, whose handlers are the module's. Unregister the module's devices first.",
            _ => null,
        };
        if (problem is not null)
        {
            throw new InvalidOperationException($"{call}: '{assembly.GetName().Name}', '{dispatcher}': {problem}");
        }
    }
}
