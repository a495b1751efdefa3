using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace NotifierGen.Testing;

/// <summary>
/// How a machine is explored: what its author knows of it, and which paths are taken. Immutable: each method returns another exploration, so one can
/// be shared by tests, on any thread.
/// </summary>
/// <remarks>
/// On every path a fresh machine is driven: undisturbed; with a refusal by each device; with an exception at each handler, in place of its work and
/// at its end; with devices unregistered, registered again and added at each handler and before each step. Each run is checked against the promises
/// of the library and the author's invariants.
/// </remarks>
/// <typeparam name="TMachine">The machine.</typeparam>
public sealed class MigrationExploration<TMachine>
{
    private readonly ExplorationSettings<TMachine> _settings;

    internal MigrationExploration(ExplorationSettings<TMachine> settings) => _settings = settings;

    /// <summary>
    /// Adds an invariant of the machine at rest: it is asked for whenever no migration is under way and the guest is this machine's, also after
    /// every failure.
    /// </summary>
    /// <remarks>Not asked for in runs in which a device was kept from its work or left behind the author's back: see <see cref="DeviceInvariant{TDevice}(string, Func{TDevice, MigrationMoment, bool})"/>.</remarks>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> Invariant(string name, Func<TMachine, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);

        return Invariant(name, (machine, moment) => moment.IsMigrating || !moment.GuestIsHere || holds(machine));
    }

    /// <summary>Adds an invariant of the machine that is asked for after every step.</summary>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="holds">Whether it holds at a moment.</param>
    /// <returns>The exploration with it.</returns>
    /// <inheritdoc cref="Invariant(string, Func{TMachine, bool})" path="/remarks"/>
    public MigrationExploration<TMachine> Invariant(string name, Func<TMachine, MigrationMoment, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);

        return Invariants(name, (machine, moment) => holds(machine, moment) ? [] : ["it does not hold"]);
    }

    /// <summary>As <see cref="Invariant(string, Func{TMachine, MigrationMoment, bool})"/>, for machines that say what is wrong.</summary>
    /// <param name="name">Their name, for the message.</param>
    /// <param name="violations">What is wrong at a moment, a sentence each; nothing if all is well.</param>
    /// <returns>The exploration with them.</returns>
    public MigrationExploration<TMachine> Invariants(string name, Func<TMachine, MigrationMoment, IEnumerable<string>> violations)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(violations);

        return With(_settings with { MachineInvariants = [.. _settings.MachineInvariants, new MachineInvariant<TMachine>(name, violations)] });
    }

    /// <summary>
    /// Adds an invariant of each registered device of a class, asked for after every step. A device that was kept from its work, or was unregistered
    /// in between, is not asked; all others are, so that they are shown not to depend on it.
    /// </summary>
    /// <typeparam name="TDevice">The class, a base of it or an interface.</typeparam>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="holds">Whether it holds for a device at a moment.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> DeviceInvariant<TDevice>(string name, Func<TDevice, MigrationMoment, bool> holds)
        where TDevice : class
    {
        ArgumentNullException.ThrowIfNull(holds);

        return DeviceInvariants<TDevice>(name, (device, moment) => holds(device, moment) ? [] : [$"{device} does not hold it"]);
    }

    /// <summary>As <see cref="DeviceInvariant{TDevice}"/>, for devices that say what is wrong.</summary>
    /// <typeparam name="TDevice">The class, a base of it or an interface.</typeparam>
    /// <param name="name">Their name, for the message.</param>
    /// <param name="violations">What is wrong at a moment, a sentence each; nothing if all is well.</param>
    /// <returns>The exploration with them.</returns>
    public MigrationExploration<TMachine> DeviceInvariants<TDevice>(string name, Func<TDevice, MigrationMoment, IEnumerable<string>> violations)
        where TDevice : class
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(violations);

        DeviceInvariant invariant = new(name, (device, moment) => device is TDevice ours ? violations(ours, moment) : []);
        return With(_settings with { DeviceInvariants = [.. _settings.DeviceInvariants, invariant] });
    }

    /// <summary>Gives the machine work in a step of the host: memory to send while iterating, states to save and load.</summary>
    /// <param name="call">The step; the work is done in it, after what it raises.</param>
    /// <param name="work">The work.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> During(HostCall call, Action<TMachine> work)
    {
        ArgumentNullException.ThrowIfNull(work);

        return During(call, (machine, _) => work(machine));
    }

    /// <summary>As <see cref="During(HostCall, Action{TMachine})"/>, for work that depends on the path.</summary>
    /// <param name="call">The step; the work is done in it, after what it raises.</param>
    /// <param name="work">The work.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> During(HostCall call, Action<TMachine, MigrationMoment> work)
    {
        ArgumentNullException.ThrowIfNull(work);

        return With(_settings with { Work = [.. _settings.Work, new(call, work)] });
    }

    /// <summary>Brings a machine into the state that a path is to begin in, after the VM was started or stopped: a guest that is suspended for a CPR reboot, a target for the viewers.</summary>
    /// <param name="prepare">What is done.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> Prepare(Action<TMachine, MigrationPath> prepare) => With(_settings with { Prepare = _settings.Prepare + prepare });

    /// <summary>Lets the machine do something after each step, before the invariants are asked for: devices that work of their own accord.</summary>
    /// <param name="act">What it does.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> AfterEachStep(Action<TMachine, MigrationMoment> act) => With(_settings with { AfterEachStep = _settings.AfterEachStep + act });

    /// <summary>Adds a device that can come while the machine runs.</summary>
    /// <param name="name">Its name, for the message.</param>
    /// <param name="add">Makes it; it is registered then, unless this did so.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> Adding(string name, Func<TMachine, object> add)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(add);

        return With(_settings with { Added = [.. _settings.Added, new(name, add)] });
    }

    /// <summary>
    /// Says how a device is taken out of the machine, its unregistration included. Without this it is only unregistered, behind the machine's back,
    /// and invariants of the machine are not asked for then.
    /// </summary>
    /// <param name="unplug">Takes a device out.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> Unplugging(Action<TMachine, object> unplug) => With(_settings with { Unplug = unplug });

    /// <summary>Says what a device is called, in messages and names of cases; otherwise by its class and a number.</summary>
    /// <param name="name">The name of a device, unique in the machine and the same in every run.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> NamingDevices(Func<object, string> name) => With(_settings with { DeviceName = name });

    /// <summary>Explores a host with a state machine of its own in place of the library's sessions.</summary>
    /// <param name="host">Makes the host for a machine; it must use the VM that it is given.</param>
    /// <returns>The exploration with it.</returns>
    public MigrationExploration<TMachine> HostedBy(Func<TMachine, IVirtualMachine, IMigrationHost> host) => With(_settings with { Host = host });

    /// <summary>Leaves paths out: modes that the machine does not know, or the destination's.</summary>
    /// <param name="selects">Whether a path is taken.</param>
    /// <returns>The exploration without the others.</returns>
    public MigrationExploration<TMachine> Taking(Func<MigrationPath, bool> selects)
    {
        ArgumentNullException.ThrowIfNull(selects);

        Func<MigrationPath, bool> before = _settings.Selects;
        return With(_settings with { Selects = path => before(path) && selects(path) });
    }

    /// <summary>Limits the threads: 1 for machines with static state. Otherwise as many as there are processors.</summary>
    /// <param name="threads">How many.</param>
    /// <returns>The exploration with the limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than 1.</exception>
    public MigrationExploration<TMachine> OnThreads(int threads) => threads < 1
        ? throw new ArgumentOutOfRangeException(nameof(threads), threads, "At least one thread is needed.")
        : With(_settings with { Parallelism = threads });

    /// <summary>Takes all paths, in parallel. Of several violations always the same one is reported: the first of the first path.</summary>
    /// <param name="progress">Told of each path.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="MigrationViolationException">A promise or an invariant was broken.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ExplorationReport Run(IProgress<ExplorationProgress>? progress = null, CancellationToken cancellation = default) =>
        Run([.. MigrationPaths.All.Where(_settings.Selects)], progress, cancellation);

    /// <summary>Takes one path, in all its cases: for a parameterised test over <see cref="MigrationPaths.TheoryData"/>.</summary>
    /// <param name="path">The name of the path.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="MigrationViolationException">A promise or an invariant was broken.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ArgumentException">There is no such path.</exception>
    public ExplorationReport RunPath(string path, CancellationToken cancellation = default) => Run([MigrationPaths.Named(path)], null, cancellation);

    /// <summary>Runs one case again, with a debugger attached for example.</summary>
    /// <param name="caseName">Its name, from a message or <see cref="MigrationViolationException.CaseName"/>; the name of a path is the case in which nothing goes wrong on it.</param>
    /// <returns>What happened, if nothing was broken.</returns>
    /// <exception cref="MigrationViolationException">A promise or an invariant was broken.</exception>
    /// <exception cref="ArgumentException">There is no such path, or the machine has no such case on it.</exception>
    public Transcript Replay(string caseName)
    {
        ArgumentNullException.ThrowIfNull(caseName);

        return Checked(Find(caseName)).ToTranscript();
    }

    /// <summary>Takes all paths undisturbed, and records what happens: a file to be kept beside the machine, and reviewed when it changes.</summary>
    /// <returns>What happened, a scenario for each path that the machine takes.</returns>
    /// <exception cref="MigrationViolationException">A promise or an invariant was broken.</exception>
    public RecordedSequences Record() => RecordedSequences.Of(MigrationPaths.All
        .Where(path => _settings.Selects(path) && !path.IsRefused)
        .Select(path => Checked(CaseRunner<TMachine>.Run(_settings, path, Perturbation.None)).ToTranscript()));

    /// <summary>Takes recorded paths and cases again, and compares.</summary>
    /// <param name="recorded">What <see cref="Record"/> or <see cref="RecordedSequences.Of(IEnumerable{Transcript})"/> recorded. Sequences of other programs are left out.</param>
    /// <exception cref="MigrationViolationException">Something else happens now than was recorded, or a promise or an invariant is broken.</exception>
    /// <exception cref="ArgumentException">There is no such path, or the machine has no such case on it.</exception>
    public void Check(RecordedSequences recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);

        foreach (RecordedScenario scenario in recorded.Scenarios)
        {
            if (scenario.In(RecordedSequences.NotifierGen) is { } sequence)
            {
                ExplorationRun run = Checked(Find(scenario.Name));
                if (RecordedDifference.Between(sequence, RecordedSequences.Of(run.ToTranscript())) is var (what, entry))
                {
                    throw new MigrationViolationException(run, [new BrokenPromise("The machine does what was recorded", what, entry)]);
                }
            }
        }
    }

    private static ExplorationRun Checked(ExplorationRun run)
    {
        IReadOnlyList<BrokenPromise> broken = PromiseList.Check(run);
        return broken.Count == 0 ? run : throw new MigrationViolationException(run, broken);
    }

    private ExplorationRun Find(string caseName)
    {
        int bar = caseName.IndexOf(" | ", StringComparison.Ordinal);
        MigrationPath path = MigrationPaths.Named(bar < 0 ? caseName : caseName.Substring(0, bar));
        return PathExploration<TMachine>.Find(_settings, path, caseName);
    }

    private ExplorationReport Run(MigrationPath[] paths, IProgress<ExplorationProgress>? progress, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();

        // What is wrong without any disturbance is told without one.
        Explore(paths, path => PathExploration<TMachine>.ExploreUndisturbed(_settings, path, cancellation), null, cancellation);
        PathResult[] results = Explore(paths, path => PathExploration<TMachine>.Explore(_settings, path, cancellation), progress, cancellation);
        return new ExplorationReport(
            results.Count(static result => result.IsTaken),
            results.Sum(static result => result.Runs),
            results.Sum(static result => result.Calls),
            [.. paths.Where((_, index) => !results[index].IsTaken).Select(static path => path.Name)],
            watch.Elapsed);
    }

    private PathResult[] Explore(MigrationPath[] paths, Func<MigrationPath, PathResult> explore, IProgress<ExplorationProgress>? progress, CancellationToken cancellation)
    {
        PathResult?[] results = new PathResult?[paths.Length];
        int completed = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = _settings.Parallelism, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, paths.Length, options, (index, loop) =>
            {
                PathResult result = results[index] = explore(paths[index]);
                if (result.Violation is not null)
                {
                    // All paths before this one are still taken: the first violation is the same however threads race.
                    loop.Break();
                }

                progress?.Report(new ExplorationProgress(Interlocked.Increment(ref completed), paths.Length, paths[index]));
            });
        }
        catch (AggregateException exception)
        {
            // A machine that cannot be made or prepared: its author wants to see why, and nothing around it.
            ExceptionDispatchInfo.Capture(exception.InnerExceptions[0]).Throw();
        }

        MigrationViolationException? first = results.Select(static result => result?.Violation).FirstOrDefault(static violation => violation is not null);
        return first is null ? Array.ConvertAll(results, static result => result!) : throw first;
    }

    private static MigrationExploration<TMachine> With(ExplorationSettings<TMachine> settings) => new(settings);
}
