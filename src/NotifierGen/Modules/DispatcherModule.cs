using System.Reflection;
#if NET
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Loader;
#endif

namespace NotifierGen.Modules;

/// <summary>A module of one dispatcher, from when it is added until it is removed.</summary>
internal sealed class DispatcherModule(Assembly assembly, MergeRow[] rows)
{
    public Assembly Assembly { get; } = assembly;

    public MergeRow[] Rows { get; } = rows;

    /// <summary>Whether its load context is being unloaded: it goes as soon as none of its devices is registered.</summary>
    public bool IsUnloading { get; private set; }

#if NET
    // Held on purpose: a collectible context that nobody holds is unloaded, and a module would disappear though nobody asked for it.
    private AssemblyLoadContext? _context;
    private Action<AssemblyLoadContext>? _onUnloading;

    /// <summary>Watches the load context. Does not keep the watcher alive.</summary>
    [SuppressMessage("Usage", "CA1816:Dispose methods should call SuppressFinalize", Justification = "It is the context's finalizer, which unloads.")]
    public void Watch(DispatcherModules modules)
    {
        if (AssemblyLoadContext.GetLoadContext(Assembly) is { IsCollectible: true } context)
        {
            // A host that kept the assembly only may have lost the context to the finalizer's queue already.
            GC.SuppressFinalize(context);
            WeakReference<DispatcherModules> watcher = new(modules);
            _context = context;
            _onUnloading = _ =>
            {
                IsUnloading = true;
                if (watcher.TryGetTarget(out DispatcherModules? target))
                {
                    target.OnUnloading();
                }
            };
            context.Unloading += _onUnloading;
        }
    }

    public void Unwatch()
    {
        if (_context is { } context)
        {
            context.Unloading -= _onUnloading;
            _context = null;
            _onUnloading = null;
            if (!IsUnloading)
            {
                GC.ReRegisterForFinalize(context);
            }
        }
    }
#else
    public void Watch(DispatcherModules modules) => IsUnloading = false;

    public void Unwatch() => IsUnloading = false;
#endif
}
