using System.ComponentModel;
using NotifierGen.CompilerServices;

namespace NotifierGen;

/// <content>What test tools see and do. Without an observer a dispatch asks once whether there is one.</content>
public abstract partial class MigrationDispatcher
{
    /// <summary>For test tools: lets an observer see every call of a handler and every registration from now on, in place of the one before.</summary>
    /// <remarks>Rows are walked device by device while there is an observer. Not to be changed during a dispatch.</remarks>
    /// <param name="observer">The observer; null for none.</param>
    /// <returns>The devices that are registered now, in registration order.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public object[] Observe(DispatchObserver? observer) => _registry.Observe(observer);

    /// <summary>For test tools: the rows that are called on a device.</summary>
    /// <param name="device">The device; null for the static handlers.</param>
    /// <returns>Their indices in <see cref="CurrentTable"/>, in call order.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int[] ListRowsOf(object? device)
    {
        DispatchTable table = _registry.Plan.Table;
        List<int> rows = [];
        for (int row = 0; row < table.Rows.Length; row++)
        {
            DeviceClass deviceClass = table.Classes[table.RowClasses[row]];
            if (device is null ? deviceClass is StaticDeviceClass : deviceClass.IsInstance(device))
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }
}
