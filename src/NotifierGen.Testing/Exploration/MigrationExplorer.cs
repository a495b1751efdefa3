namespace NotifierGen.Testing;

/// <summary>Drives machines along every path that a migration can take. The entry to this library.</summary>
/// <example>
/// <code>
/// MigrationExplorer.Run(() => new MyMachine(), machine => machine
///     .Invariant("no device left unplugged", m => m.Nics.All(nic => nic.IsPlugged)));
/// </code>
/// </example>
public static class MigrationExplorer
{
    /// <summary>Takes a fresh machine along every path, and again with everything going wrong that can. See <see cref="MigrationExploration{TMachine}"/>.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <param name="create">Makes a machine; called on several threads, once for each run.</param>
    /// <param name="with">Adds invariants and whatever else is to be known of the machine.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="MigrationViolationException">A promise or an invariant was broken.</exception>
    public static ExplorationReport Run<TMachine>(Func<TMachine> create, Func<MigrationExploration<TMachine>, MigrationExploration<TMachine>>? with = null)
        where TMachine : IMigratingMachine
    {
        MigrationExploration<TMachine> exploration = For(create);
        return (with is null ? exploration : with(exploration)).Run();
    }

    /// <summary>An exploration of a machine, to be told more and then run.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <param name="create">Makes a machine; called on several threads, once for each run.</param>
    /// <returns>The exploration.</returns>
    public static MigrationExploration<TMachine> For<TMachine>(Func<TMachine> create)
        where TMachine : IMigratingMachine
    {
        ArgumentNullException.ThrowIfNull(create);

        return For(_ => create());
    }

    /// <summary>As <see cref="For{TMachine}(Func{TMachine})"/>, for machines that are built differently for source and destination, or for a mode.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <param name="create">Makes a machine for a path; called on several threads, once for each run.</param>
    /// <returns>The exploration.</returns>
    public static MigrationExploration<TMachine> For<TMachine>(Func<MigrationPath, TMachine> create)
        where TMachine : IMigratingMachine => For(create, static machine => machine.Notifiers, static machine => machine.Vm);

    /// <summary>As <see cref="For{TMachine}(Func{MigrationPath, TMachine})"/>, for machines that do not implement <see cref="IMigratingMachine"/>.</summary>
    /// <typeparam name="TMachine">The machine.</typeparam>
    /// <param name="create">Makes a machine for a path; called on several threads, once for each run.</param>
    /// <param name="notifiers">Its dispatcher.</param>
    /// <param name="vm">Its VM.</param>
    /// <returns>The exploration.</returns>
    public static MigrationExploration<TMachine> For<TMachine>(Func<MigrationPath, TMachine> create, Func<TMachine, MigrationDispatcher> notifiers, Func<TMachine, IVirtualMachine> vm)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(notifiers);
        ArgumentNullException.ThrowIfNull(vm);

        return new(new ExplorationSettings<TMachine>(create, notifiers, vm));
    }
}
