using System.Reflection;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>A handler that can be executed with an input.</summary>
internal sealed class RunnableHandler(MethodInfo method, FieldHarvest fields)
{
    private delegate void WithContext(in MigrationContext context);

    // What an execution leaves in fields must not reach the next one: static ones are cleared, and the device is a new one each time.
    public Execution Run(Input input, Coverage coverage)
    {
        fields.Clear();
        return Execution.Run(input, coverage, () => Call(input), fields);
    }

    private void Call(Input input)
    {
        object? device = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
        if (method.GetParameters().Length == 0)
        {
            method.CreateDelegate<Action>(device)();
            return;
        }

        var context = new MigrationContext
        {
            Event = MigrationEvent.Failed,
            Phase = input.Entry == VmCondition.Running ? Phase.AfterVmStart : Phase.BeforeVmStart,
            VcpusStopped = input.Entry == VmCondition.Stopped,
        };
        method.CreateDelegate<WithContext>(device)(context);
    }
}
