using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using NotifierGen.Diagnostics;
using NotifierGen.Dispatch;

namespace NotifierGen.Preparation;

/// <summary>Has the runtime compile methods before they are called.</summary>
internal static class MachineCode
{
    public const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Compiles a method; does nothing if there is no code to compile.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "What cannot be compiled is a fault of its call, if there is one.")]
    public static void Compile(MethodInfo? method)
    {
        if (method is null or { IsAbstract: true } or { ContainsGenericParameters: true })
        {
            return;
        }

        Type[] arguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : [];
        try
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle, Array.ConvertAll(arguments, static argument => argument.TypeHandle));
        }
        catch (Exception)
        {
            // A handler that throws keeps no other from running, and no session from beginning.
        }
    }

    /// <summary>Compiles a machine's Stop, Start and IsRunning.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What implements the interface is kept with it.")]
    public static void Compile(IVirtualMachine vm)
    {
        foreach (MethodInfo method in vm.GetType().GetInterfaceMap(typeof(IVirtualMachine)).TargetMethods)
        {
            Compile(method);
        }
    }

    /// <summary>Compiles what a rehearsal does not come to: what handlers read, the clock of those with a budget, the last word of a session.</summary>
    public static void CompileLibrary()
    {
        foreach (PropertyInfo property in typeof(MigrationContext).GetProperties())
        {
            Compile(property.GetMethod);
        }

        Compile(typeof(HandlerClock).GetMethod(nameof(HandlerClock.Start)));
        Compile(typeof(HandlerClock).GetMethod(nameof(HandlerClock.Stop)));
        Compile(typeof(NotifierMeter).GetMethod(nameof(NotifierMeter.WasDown)));
        Compile(typeof(NotifierEventSource).GetMethod(nameof(NotifierEventSource.MigrationStop)));
    }
}
