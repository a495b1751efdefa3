using System.Reflection;
using NotifierGen.Analyzers.Tests.GroundTruth.Shim;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>Looks into a device's fields, and into the program's static ones, which can be cleared for the next execution.</summary>
internal sealed class FieldHarvest : IFieldHarvest
{
    private const int MaxElements = 4;

    private readonly FieldInfo[] _instanceFields;
    private readonly FieldInfo[] _staticFields;

    public FieldHarvest(Type device)
    {
        _instanceFields = [.. device.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(HoldsCode)];
        _staticFields =
        [
            .. device.Assembly.GetType($"{device.Namespace}.Store")?.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(HoldsCode) ?? [],
        ];
    }

    public IEnumerable<Action> CodeIn(IReadOnlyCollection<object> objects, Execution execution)
    {
        var code = new List<Action>();
        foreach (object device in objects)
        {
            code.AddRange(_instanceFields.SelectMany(field => CodeOf(field.GetValue(device), execution)));
        }

        code.AddRange(_staticFields.SelectMany(field => CodeOf(field.GetValue(null), execution)));
        return code;
    }

    /// <summary>Forgets what an execution left in static fields.</summary>
    public void Clear()
    {
        foreach (FieldInfo field in _staticFields)
        {
            if (field.GetValue(null) is List<Action> list)
            {
                list.Clear();
            }
            else
            {
                field.SetValue(null, null);
            }
        }
    }

    private static bool HoldsCode(FieldInfo field) =>
        field.FieldType == typeof(Action) || field.FieldType == typeof(List<Action>) || field.FieldType == typeof(IEnumerable<int>);

    private static IEnumerable<Action> CodeOf(object? value, Execution execution) => value switch
    {
        Action action => [action],
        List<Action> list => [.. list],
        IEnumerable<int> sequence => [() => Enumerate(sequence, execution)],
        _ => [],
    };

    private static void Enumerate(IEnumerable<int> sequence, Execution execution)
    {
        using IEnumerator<int> elements = sequence.GetEnumerator();
        for (int i = 0; i < MaxElements && elements.MoveNext(); i++)
        {
            execution.SomebodyStartsTheVm();
        }
    }
}
