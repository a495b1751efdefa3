using static NotifierGen.Analyzers.Tests.GroundTruth.Generation.Constructs;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>The kinds of members.</content>
internal sealed partial class ProgramWriter
{
    private static readonly MemberProduction[] s_members =
    [
        new(StaticCall, static p => p.WriteStaticMethod()),
        new(StaticCall, static p => p.WriteStaticMethod()),
        new(InstanceCall, static p => p.WriteInstanceMethod()),
        new(InstanceCall, static p => p.WriteInstanceMethod()),
        new(InstanceCall, static p => p.WriteInstanceMethod()),
        new(ExtensionCall, static p => p.WriteExtension()),
        new(GenericCall, static p => p.WriteGeneric()),
        new(PartialMethod, static p => p.WritePartialMethod()),
        new(Recursion, static p => p.WriteRecursion()),
        new(Recursion, static p => p.WriteMutualRecursion()),
        new(RefReturn, static p => p.WriteRefReturn()),
        new(ExactVirtualCall, static p => p.WriteVirtual()),
        new(ExactVirtualCall, static p => p.WriteVirtual()),
        new(VirtualCall, static p => p.WriteVirtual()),
        new(InterfaceCall, static p => p.WriteInterface()),
        new(AmbiguousInterfaceCall, static p => p.WriteInterface()),
        new(DefaultInterfaceCall, static p => p.WriteDefaultInterface()),
        new(ConstrainedCall, static p => p.WriteConstrained()),
        new(PropertyGet, static p => p.WriteProperty()),
        new(PropertySet, static p => p.WriteProperty()),
        new(IndexerUse, static p => p.WriteIndexer()),
        new(Operator, static p => p.WriteOperators()),
        new(Conversion, static p => p.WriteConversions()),
        new(Constructor, static p => p.WriteConstructor()),
        new(Constructor, static p => p.WriteConstructorChain()),
        new(EventAccessor, static p => p.WriteEvent()),
        new(Deconstruct, static p => p.WriteDeconstruct()),
        new(CollectionInitialiser, static p => p.WriteCollection()),
        new(With, static p => p.WriteRecord()),
        new(Interpolation, static p => p.WriteToString()),
        new(SourceEnumerator, static p => p.WriteEnumerable()),
        new(IteratorForEach, static p => p.WriteIterator()),
        new(IteratorForEach, static p => p.WriteIterator()),
        new(AsyncBlocked, static p => p.WriteAsync()),
        new(AsyncBlocked, static p => p.WriteAsync()),
        new(AsyncDropped, static p => p.WriteAsync()),
        new(AsyncVoid, static p => p.WriteAsyncVoid()),
        new(AsyncIterator, static p => p.WriteAsyncIterator()),
        new(AwaitUsing, static p => p.WriteAsyncDisposable()),
        new(HigherOrder, static p => p.WriteHigherOrder()),
        new(HigherOrder, static p => p.WriteHigherOrder()),
        new(StoredByCallee, static p => p.WriteStoring()),
        new(ReturnedDelegate, static p => p.WriteReturnedDelegate()),
        new(ScopeHelper, static p => p.WriteScopeHelper()),
        new(SourceDisposable, static p => p.WriteDisposable()),
        new(SourceDisposable, static p => p.WriteScopeClass()),
        new(GuardMember, static p => p.WriteGuard()),
    ];
}
