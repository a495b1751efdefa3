using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Pairing;

/// <summary>Calls that by their names change the object they are called on: verbs of collections, queues, timers and devices.</summary>
internal static class MutatingCalls
{
    private static readonly string[] s_verbs =
    {
        "Acquire", "Add", "Append", "Arm", "Assign", "Attach", "Bind", "Block", "Cancel", "Change", "Clear", "Close", "Connect", "Dequeue", "Detach",
        "Disable", "Disarm", "Disconnect", "Dispose", "Drain", "Enable", "Enqueue", "Fill", "Freeze", "Halt", "Hide", "Insert", "Invalidate", "Map", "Mask",
        "Mute", "Park", "Pause", "Pin", "Plug", "Pop", "Push", "Put", "Quiesce", "Register", "Release", "Remove", "Replace", "Reset", "Resize", "Restart",
        "Resume", "Reverse", "Set", "Shutdown", "Sort", "Start", "Stop", "Store", "Subscribe", "Suspend", "Swap", "Switch", "Thaw", "Toggle", "Unbind",
        "Unblock", "Unmap", "Unmask", "Unpark", "Unpause", "Unpin", "Unplug", "Unregister", "Unsubscribe", "Update", "Write",
    };

    /// <summary>Whether a call changes what the device holds.</summary>
    public static bool Changes(IInvocationOperation call, DeviceState state)
    {
        string name = call.TargetMethod.Name;
        return StartsWithVerb(name.StartsWith("Try", StringComparison.Ordinal) ? name.Substring(3) : name) && IsOnState(call, state);
    }

    /// <summary>Whether a call is made on something that the device holds, and that is state.</summary>
    public static bool IsOnState(IInvocationOperation call, DeviceState state)
    {
        IMethodSymbol method = call.TargetMethod;
        bool takesReceiver = method.IsExtensionMethod || method is { IsStatic: true, ContainingType.SpecialType: SpecialType.System_Array };
        IOperation? receiver = takesReceiver && call.Arguments.Length > 0 ? call.Arguments[0].Value : call.Instance;
        return receiver is not null and not IInstanceReferenceOperation && IsState(receiver.Type) && state.Holds(receiver);
    }

    // "Set" and "SetLevel", not "Settle".
    private static bool StartsWithVerb(string name)
    {
        foreach (string verb in s_verbs)
        {
            if (name.StartsWith(verb, StringComparison.Ordinal) && (name.Length == verb.Length || !char.IsLower(name[verb.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsState(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: SpecialType.System_String } || IsImmutable(type))
        {
            return false;
        }

        for (; type is not null; type = type.BaseType)
        {
            if (IsRecord(type) || IsLock(type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsImmutable(ITypeSymbol type) =>
        type is { IsReadOnly: true, Name: not ("Span" or "Memory") }
        || type.Name.StartsWith("Immutable", StringComparison.Ordinal)
        || type.Name.StartsWith("IImmutable", StringComparison.Ordinal)
        || type.Name.StartsWith("Frozen", StringComparison.Ordinal);

    // What is written down for people, or sent away, is no state.
    private static bool IsRecord(ITypeSymbol type) =>
        type.Name.EndsWith("Log", StringComparison.Ordinal)
        || type.Name.EndsWith("Logger", StringComparison.Ordinal)
        || type.Name.EndsWith("Tracer", StringComparison.Ordinal)
        || type is { Name: "TextWriter" or "BinaryWriter" or "Stream", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } }
        || (type.Name != "Process" && IsOf(type.ContainingNamespace, "Diagnostics"));

    // Events are state: somebody waits for them.
    private static bool IsLock(ITypeSymbol type) =>
        type.Name is "SemaphoreSlim" or "Semaphore" or "Mutex" or "Lock" or "SpinLock" or "ReaderWriterLock" or "ReaderWriterLockSlim"
        && IsOf(type.ContainingNamespace, "Threading");

    // A namespace of the framework, or one within it.
    private static bool IsOf(INamespaceSymbol? current, string name)
    {
        for (; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current.Name == name && current.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }
}
