using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NotifierGen.CompilerServices;
using NotifierGen.Dispatch;
using NotifierGen.Modules;

namespace NotifierGen;

public abstract partial class MigrationDispatcher
{
    private DispatcherModules? _modules;

    /// <summary>
    /// The rows in call order as they are now: those of the generated <c>Table</c>, and among them those of modules.
    /// </summary>
    /// <remarks>Safe on any thread. A later <see cref="AddModule"/> or <see cref="RemoveModule"/> does not change what was returned.</remarks>
    public ReadOnlySpan<NotifierRow> CurrentTable => _registry.Plan.Table.Rows;

    /// <summary>
    /// Adds the handlers of an assembly that this dispatcher was compiled without, such as a plugin: the table is then the one that the generator
    /// would have written if the assembly had been referenced.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The rows take their places by the same rules (After and Before, Order, names; Failed mirrors Setup), and edges may lead from the module to
    /// the compiled rows and back. Everything that holds for compiled rows holds for them: pairing, refusals, faults, registration at any time,
    /// no lock and no allocation in a dispatch. From here on rows are called through delegates; a dispatcher without modules calls them directly.
    /// </para>
    /// <para>
    /// Devices of the module's classes are registered as any others, once the module is added. A device that is registered already, because it
    /// is derived from a class in the table, is called by the module's handlers of its class too.
    /// </para>
    /// <para>
    /// The module stays, and stays loaded, until it is removed by <see cref="RemoveModule"/> or its collectible load context is unloaded: on
    /// <c>AssemblyLoadContext.Unload</c> it is removed by itself, at once or as soon as the last device of its classes is unregistered and no
    /// dispatch and no session is under way. Nothing of this library keeps it alive then. (The .NET Standard library does not watch contexts: call
    /// RemoveModule there.) Assemblies that the module references are not added with it.
    /// </para>
    /// <para>Safe on any thread, while devices register and unregister too. Takes time linear in the rows and the registered devices.</para>
    /// </remarks>
    /// <param name="module">An assembly that was built with the generator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="module"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The assembly has no manifest, or one of another schema version, or one that refers to what is not there; it is added already, or the
    /// dispatcher was compiled with it; or its rows and those in the table wait for each other: the message prints the cycle.
    /// </exception>
    /// <exception cref="InvalidOperationException">A dispatch is under way (also: this is a handler), or a session is open.</exception>
    /// <exception cref="NotSupportedException">The dispatcher's own assembly was built with a generator that did not know modules.</exception>
    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    public void AddModule(Assembly module)
    {
        ArgumentNullException.ThrowIfNull(module);

        DispatcherModules modules = Volatile.Read(ref _modules) ?? CreateModules();
        modules.Add(module);
    }

    /// <summary>Takes the handlers of a module out of the table again.</summary>
    /// <remarks>Safe on any thread.</remarks>
    /// <param name="module">The assembly that was given to <see cref="AddModule"/>.</param>
    /// <returns>Whether it was a module of this dispatcher.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="module"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// A device is registered that handlers of the module are called on; a dispatch is under way, or a session is open; or what is left of the
    /// table would wait for itself, because edges to classes of the module mean their base classes without it.
    /// </exception>
    public bool RemoveModule(Assembly module)
    {
        ArgumentNullException.ThrowIfNull(module);

        return Volatile.Read(ref _modules) is { } modules && modules.Remove(module);
    }

    /// <summary>The generated classes that the rows of the table come from; written by the generator, read when a module is added.</summary>
    /// <returns>The classes.</returns>
    /// <exception cref="NotSupportedException">The generator that wrote the table did not know modules.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Type[] ListRowClasses() =>
        throw new NotSupportedException(
            $"AddModule: '{GetType()}' was built with a version of NotifierGen that knows no modules. Rebuild its project with the package of this library.");

    private void LetUnloadingModulesGo() => Volatile.Read(ref _modules)?.LetUnloadingGo();

    /// <summary>A module's rows, through the delegates; a compiled table's are called by <see cref="Run(ref RowCursor, in MigrationContext)"/>.</summary>
    private static void Run(TablePlan plan, RowMethod[] calls, ref RowCursor cursor, in MigrationContext context)
    {
        int end = plan.Table.EndRow(cursor.Section);
        for (int row = cursor.Row; row < end; row++)
        {
            while (cursor.Next(row))
            {
                calls[row](ref cursor, in context);
            }
        }
    }

    private DispatcherModules CreateModules()
    {
        DispatcherModules modules = new(GetType().ToString(), Rows, ListRowClasses(), _registry, () => Volatile.Read(ref _openSession) is not null);
        return Interlocked.CompareExchange(ref _modules, modules, null) ?? modules;
    }
}
