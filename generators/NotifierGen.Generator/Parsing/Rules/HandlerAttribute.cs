using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>One <c>[OnMigrationEvent]</c>, read from its symbol without allocating.</summary>
internal readonly struct HandlerAttribute
{
    /// <summary>The attribute's full metadata name.</summary>
    public const string MetadataName = "NotifierGen.OnMigrationEventAttribute";

    /// <summary>The bits of the runtime library's <c>MigrationMode.All</c>.</summary>
    public const int AllModes = 31;

    private const int NormalMode = 1;

    private HandlerAttribute(AttributeData data, EventKind kind, PhaseKind phase, bool namesPhase)
    {
        Data = data;
        Event = kind;
        Phase = phase;
        NamesPhase = namesPhase;
    }

    /// <summary>The attribute.</summary>
    public AttributeData Data { get; }

    /// <summary>The event; a value outside the enumeration is possible (NG0008).</summary>
    public EventKind Event { get; }

    /// <summary>The phase, BeforeVmStart where none is named; a value outside the enumeration is possible (NG0008).</summary>
    public PhaseKind Phase { get; }

    /// <summary>Whether the attribute names a phase, be it the default one.</summary>
    public bool NamesPhase { get; }

    /// <summary>Whether the event is one of those after which a VM may start.</summary>
    public bool HasPhases => Event is EventKind.Failed or EventKind.Reclaimed or EventKind.IncomingDone;

    /// <summary>Whether a handler of the event may refuse.</summary>
    public bool MayRefuse => Event is EventKind.Setup or EventKind.IncomingSetup;

    /// <summary>The modes; not necessarily known ones (NG0008).</summary>
    public int Modes => Named("Modes") is { Value: byte modes } ? modes : NormalMode;

    /// <summary>Whether the handler asks for stopped vCPUs.</summary>
    public bool RequiresStoppedVm => Named("RequiresStoppedVm") is { Value: true };

    /// <summary>The downtime budget; not necessarily a legal one (NG0008).</summary>
    public int BudgetMicroseconds => Named("BudgetMicroseconds") is { Value: int budget } ? budget : 0;

    /// <summary>The order among rows that no edge orders.</summary>
    public int Order => Named("Order") is { Value: int order } ? order : 0;

    /// <summary>Reads an attribute; false if it is another one, or one that is not written to its end yet (the compiler says so).</summary>
    public static bool TryRead(AttributeData data, out HandlerAttribute attribute)
    {
        attribute = default;
        if (!IsNotifierGenType(data.AttributeClass, "OnMigrationEventAttribute"))
        {
            return false;
        }

        ImmutableArray<TypedConstant> arguments = data.ConstructorArguments;
        if (arguments.Length is not (1 or 2) || arguments[0] is not { Kind: TypedConstantKind.Enum, Value: byte kind })
        {
            return false;
        }

        byte phase = 0;
        if (arguments.Length == 2)
        {
            if (arguments[1] is not { Kind: TypedConstantKind.Enum, Value: byte named })
            {
                return false;
            }

            phase = named;
        }

        attribute = new HandlerAttribute(data, (EventKind)kind, (PhaseKind)phase, namesPhase: arguments.Length == 2);
        return true;
    }

    /// <summary>Whether a method carries at least one complete attribute.</summary>
    public static bool IsOn(IMethodSymbol method)
    {
        foreach (AttributeData data in method.GetAttributes())
        {
            if (TryRead(data, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether <paramref name="type"/> is the type of that name of the runtime library.</summary>
    public static bool IsNotifierGenType(ITypeSymbol? type, string name) =>
        type is { ContainingType: null } && type.Name == name
        && type.ContainingNamespace is { Name: "NotifierGen", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether both are for the same event and, where it has phases, the same phase.</summary>
    public bool IsSameMoment(in HandlerAttribute other) => Event == other.Event && (Phase == other.Phase || !HasPhases);

    /// <summary>Whether both ask for the same row in at least one mode.</summary>
    public bool Overlaps(in HandlerAttribute other) => IsSameMoment(in other) && (Modes & other.Modes) != 0;

    /// <summary>The types that After or Before names, as they are written.</summary>
    public ImmutableArray<TypedConstant> Types(string argument) =>
        Named(argument) is { Kind: TypedConstantKind.Array, IsNull: false } types ? types.Values : ImmutableArray<TypedConstant>.Empty;

    /// <summary>The event and, where it has phases, the phase, as messages name them.</summary>
    public string Describe() => HasPhases ? $"{Event}/{Phase}" : Event.ToString();

    private TypedConstant? Named(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in Data.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
