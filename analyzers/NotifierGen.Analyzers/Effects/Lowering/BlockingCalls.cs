using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>
/// Tells which operations block by themselves (NG1007): waiting, sleeping, synchronous files, sockets, pipes and HTTP, reading the console. Locks,
/// writing the console and parallel loops do not count, nor does what is known to be finished or told not to wait.
/// </summary>
internal sealed class BlockingCalls
{
    private readonly IAssemblySymbol _assembly;

    public BlockingCalls(Compilation compilation) => _assembly = compilation.Assembly;

    /// <summary>The name of what blocks, e.g. "Thread.Sleep" or "FileStream.Read"; null if the operation does not block by itself.</summary>
    /// <param name="operation">An operation of an ordinary tree or of a control flow graph.</param>
    public string? Describe(IOperation operation) => operation switch
    {
        IInvocationOperation call => Describe(call),
        IPropertyReferenceOperation { Property: { Name: "Result", IsStatic: false } result } property when IsOfFramework(result) => DescribeResult(property),
        IObjectCreationOperation { Constructor: { } constructor } creation when IsOfFramework(constructor) => DescribeCreation(creation, constructor),
        _ => null,
    };

    private string? Describe(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;

        // What a method in source does, its body says.
        if (!IsOfFramework(method))
        {
            return null;
        }

        IOperation? receiver = WithoutConversions(call.Instance);
        if (BlockingMembers.IsFileAccess(method) || BlockingMembers.IsStreamAccess(method, receiver?.Type) || ReadsFromOutside(method, receiver))
        {
            return Name(method, receiver);
        }

        if (!BlockingMembers.Contains(method) || IsToldNotToWait(call))
        {
            return null;
        }

        return method.Name == "GetResult"
            ? DescribeGetResult(receiver)
            : receiver is { Type.Name: "Task" } && FinishedTask.IsFinished(receiver) ? null : Name(method, receiver);
    }

    private static string? DescribeResult(IPropertyReferenceOperation property)
    {
        IOperation? receiver = WithoutConversions(property.Instance);
        return BlockingMembers.Contains(property.Property) && !FinishedTask.IsFinished(receiver) ? property.Property.ContainingType.Name + ".Result" : null;
    }

    // "task.GetAwaiter().GetResult()", with or without ConfigureAwait in between: what counts is the task.
    private static string? DescribeGetResult(IOperation? awaiter)
    {
        IOperation? task = awaiter;
        while (task is IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait", Instance: { } inner })
        {
            task = WithoutConversions(inner);
        }

        if (task is null || FinishedTask.IsFinished(task))
        {
            return null;
        }

        return task == awaiter ? (awaiter.Type?.Name ?? "TaskAwaiter") + ".GetResult" : (task.Type?.Name ?? "Task") + ".GetAwaiter().GetResult";
    }

    private static string? DescribeCreation(IObjectCreationOperation creation, IMethodSymbol constructor)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        bool blocks = type.Name switch
        {
            "FileStream" => BlockingMembers.Contains(constructor) && !TakesHandle(constructor),

            // A name of a file, or of a host: it is opened, or connected to, at once.
            "StreamReader" or "StreamWriter" => BlockingMembers.IsNamed(type.ContainingNamespace, "System.IO") && TakesString(constructor),
            "TcpClient" => BlockingMembers.IsNamed(type.ContainingNamespace, "System.Net.Sockets") && TakesString(constructor),
            _ => false,
        };
        return blocks ? "new " + (creation.Type?.Name ?? type.Name) : null;
    }

    private static bool TakesString(IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_String;

    private static bool TakesHandle(IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0 && constructor.Parameters[0].Type is { Name: "SafeFileHandle" or "IntPtr" };

    // Readers over what is typed, or over what another process prints.
    private static bool ReadsFromOutside(IMethodSymbol method, IOperation? receiver) =>
        method.Name is "Peek" or "Read" or "ReadBlock" or "ReadLine" or "ReadToEnd"
        && receiver is IPropertyReferenceOperation { Property: { Name: "In" or "StandardOutput" or "StandardError" } source }
        && (BlockingMembers.IsNamed(source.ContainingType, "System.Console") || BlockingMembers.IsNamed(source.ContainingType, "System.Diagnostics.Process"));

    private static bool IsToldNotToWait(IInvocationOperation call)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { Name: "millisecondsTimeout" or "timeout" or "milliseconds" or "microSeconds" } && IsZero(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsZero(IOperation value) => WithoutConversions(value) switch
    {
        { ConstantValue: { HasValue: true, Value: int and 0 or long and 0L } } => true,
        IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } } => true,
        IDefaultValueOperation { Type.Name: "TimeSpan" } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "TimeSpan", Name: { } name }, Arguments: { Length: > 0 } parts } =>
            name.StartsWith("From", StringComparison.Ordinal) && parts.All(static part => part.Value.ConstantValue is { HasValue: true, Value: 0 or 0L or 0.0 }),
        _ => false,
    };

    private static string Name(IMethodSymbol method, IOperation? receiver) =>
        (method.IsStatic || receiver?.Type is not INamedTypeSymbol type ? method.ContainingType.Name : type.Name) + "." + method.Name;

    private static IOperation? WithoutConversions(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    private bool IsOfFramework(ISymbol member) => !SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _assembly);
}
