using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <summary>
/// All that programs are made of. Not exact is what makes the analysis join paths that no input takes: branches that depend on each other, targets
/// and delegates of which it cannot tell which one it is, code of which it cannot know whether anybody runs it.
/// </summary>
internal static class Constructs
{
    // vCPU state and the VM.
    public static readonly Construct TouchCall = new("touch: method");
    public static readonly Construct TouchProperty = new("touch: property");
    public static readonly Construct TouchCompound = new("touch: compound, ++");
    public static readonly Construct TouchIndexer = new("touch: indexer");
    public static readonly Construct TouchField = new("touch: field");
    public static readonly Construct TouchType = new("touch: member of a state type");
    public static readonly Construct TouchDeconstruction = new("touch: deconstruction");
    public static readonly Construct TouchOut = new("touch: out argument");
    public static readonly Construct RefLocal = new("touch: ref local");
    public static readonly Construct View = new("touch: array");
    public static readonly Construct HeldView = new("touch: array in a collection");
    public static readonly Construct MadeView = new("touch: array from a delegate or task");
    public static readonly Construct CachedReference = new("cached reference");
    public static readonly Construct CachedValue = new("cached value");
    public static readonly Construct SafeMember = new("safe member");
    public static readonly Construct Resume = new("resume");
    public static readonly Construct Pause = new("pause");
    public static readonly Construct EffectInExpression = new("resume or pause in an expression");

    // Guards.
    public static readonly Construct EntryGuard = new("guard: at the entry");
    public static readonly Construct LiveGuard = new("guard: live", IsExact: false);
    public static readonly Construct SnapshotGuard = new("guard: context", IsExact: false);
    public static readonly Construct GuardMember = new("guard: bool member", IsExact: false);
    public static readonly Construct Assertion = new("guard: assertion", IsExact: false);

    // Statements.
    public static readonly Construct Use = new("a value is used");
    public static readonly Construct If = new("if");
    public static readonly Construct While = new("while");
    public static readonly Construct Do = new("do");
    public static readonly Construct For = new("for");
    public static readonly Construct ForEach = new("foreach over an array");
    public static readonly Construct Switch = new("switch statement");
    public static readonly Construct SwitchWhen = new("switch with when");
    public static readonly Construct SwitchTypes = new("switch on types", IsExact: false);
    public static readonly Construct Goto = new("goto");
    public static readonly Construct Jump = new("return, break, continue");
    public static readonly Construct Throw = new("throw");
    public static readonly Construct TryCatch = new("try-catch");
    public static readonly Construct TypedCatch = new("catch by type");
    public static readonly Construct Filter = new("exception filter");
    public static readonly Construct EffectInFilter = new("effect in an exception filter", IsExact: false);
    public static readonly Construct TryFinally = new("try-finally");
    public static readonly Construct LockStatement = new("lock");
    public static readonly Construct LocalFunction = new("local function");

    // Pausing scopes.
    public static readonly Construct ScopeUsing = new("scope: using statement");
    public static readonly Construct ScopeDeclaration = new("scope: using declaration");
    public static readonly Construct ScopeFinally = new("scope: Dispose in finally");
    public static readonly Construct ScopeManual = new("scope: Dispose by hand");
    public static readonly Construct ScopeConditional = new("scope: conditional");
    public static readonly Construct ScopeHelper = new("scope: returned by a helper");
    public static readonly Construct ScopeField = new("scope: in a field", IsExact: false);
    public static readonly Construct SourceDisposable = new("using a source type");

    // Expressions.
    public static readonly Construct Conditional = new("?:");
    public static readonly Construct ShortCircuit = new("&& and ||");
    public static readonly Construct Coalesce = new("??");
    public static readonly Construct NullConditional = new("?.");
    public static readonly Construct SwitchExpression = new("switch expression");
    public static readonly Construct PropertyPattern = new("property pattern");
    public static readonly Construct Interpolation = new("interpolation with ToString");
    public static readonly Construct ObjectInitialiser = new("object initialiser");
    public static readonly Construct CollectionInitialiser = new("collection initialiser");
    public static readonly Construct With = new("with");
    public static readonly Construct Deconstruct = new("Deconstruct");
    public static readonly Construct SetterDeconstruction = new("deconstruction into properties");

    // Calls.
    public static readonly Construct StaticCall = new("static call");
    public static readonly Construct InstanceCall = new("instance call");
    public static readonly Construct ExactVirtualCall = new("virtual call, one target");
    public static readonly Construct VirtualCall = new("virtual call, several targets", IsExact: false);
    public static readonly Construct InterfaceCall = new("interface call, one target");
    public static readonly Construct AmbiguousInterfaceCall = new("interface call, several targets", IsExact: false);
    public static readonly Construct DefaultInterfaceCall = new("default interface method");
    public static readonly Construct BaseCall = new("base call");
    public static readonly Construct ExtensionCall = new("extension call");
    public static readonly Construct GenericCall = new("generic call");
    public static readonly Construct ConstrainedCall = new("call on a type parameter");
    public static readonly Construct PropertyGet = new("property get");
    public static readonly Construct PropertySet = new("property set");
    public static readonly Construct PropertyCompound = new("property compound, ++");
    public static readonly Construct IndexerUse = new("indexer");
    public static readonly Construct Operator = new("operator");
    public static readonly Construct Conversion = new("conversion");
    public static readonly Construct Constructor = new("constructor");
    public static readonly Construct EventAccessor = new("event accessor");
    public static readonly Construct Recursion = new("recursion");
    public static readonly Construct RefReturn = new("ref return");
    public static readonly Construct PartialMethod = new("partial method");
    public static readonly Construct SourceEnumerator = new("foreach over a source enumerator");

    // Delegates called in place.
    public static readonly Construct LocalDelegate = new("delegate in a local");
    public static readonly Construct DelegateChoice = new("delegate in a local, one of two", IsExact: false);
    public static readonly Construct HigherOrder = new("delegate called by a source method");
    public static readonly Construct HigherOrderAttribute = new("delegate called, [InvokedInPlace]");
    public static readonly Construct ReturnedDelegate = new("delegate returned by a method");
    public static readonly Construct ListForEach = new("List.ForEach, Array.ForEach");
    public static readonly Construct EnumerableInPlace = new("Enumerable, enumerated");
    public static readonly Construct EnumerableForEach = new("Enumerable, foreach", IsExact: false);
    public static readonly Construct ParallelFor = new("Parallel");
    public static readonly Construct ParallelInvoke = new("Parallel.Invoke", IsExact: false);
    public static readonly Construct LazyValue = new("Lazy", IsExact: false);
    public static readonly Construct UnknownApi = new("delegate given to unknown code");

    // Iterators.
    public static readonly Construct IteratorForEach = new("iterator: foreach");
    public static readonly Construct IteratorTerminal = new("iterator: terminal operator", IsExact: false);
    public static readonly Construct IteratorDropped = new("iterator: never enumerated");
    public static readonly Construct IteratorStored = new("iterator: stored", IsExact: false);
    public static readonly Construct IteratorLocal = new("iterator: in a local");

    // Async code.
    public static readonly Construct AsyncBlocked = new("async: blocked on");
    public static readonly Construct AsyncDropped = new("async: dropped");
    public static readonly Construct AsyncVoid = new("async void");
    public static readonly Construct AsyncStored = new("async: stored, then blocked on", IsExact: false);
    public static readonly Construct Await = new("await");
    public static readonly Construct AwaitCall = new("await of a call");
    public static readonly Construct AwaitYield = new("await Task.Yield", IsExact: false);
    public static readonly Construct AwaitTaskRun = new("await Task.Run", IsExact: false);
    public static readonly Construct AwaitUsing = new("await using");
    public static readonly Construct AsyncIterator = new("await foreach", IsExact: false);
    public static readonly Construct AsyncLambda = new("async lambda", IsExact: false);

    // Work that runs later.
    public static readonly Construct TaskRun = new("later: Task.Run");
    public static readonly Construct TaskRunWaited = new("Task.Run, waited for", IsExact: false);
    public static readonly Construct Pool = new("later: ThreadPool");
    public static readonly Construct TimerFired = new("later: Timer");
    public static readonly Construct ThreadStarted = new("later: Thread");
    public static readonly Construct ThreadJoined = new("Thread, joined", IsExact: false);
    public static readonly Construct ContinueWith = new("later: ContinueWith");
    public static readonly Construct ContextPost = new("later: SynchronizationContext.Post");
    public static readonly Construct TokenRegister = new("later: CancellationToken.Register");
    public static readonly Construct FieldDelegate = new("delegate in a field", IsExact: false);
    public static readonly Construct CollectionDelegate = new("delegate in a collection", IsExact: false);
    public static readonly Construct EventDelegate = new("delegate in an event", IsExact: false);
    public static readonly Construct StoredByCallee = new("delegate stored by a source method", IsExact: false);
}
