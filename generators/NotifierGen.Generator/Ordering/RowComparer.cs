using NotifierGen.Generator.Model;

namespace NotifierGen.Generator.Ordering;

/// <summary>Orders the rows of one section among which no edge decides: by Order, then by class, handler and signature.</summary>
/// <remarks>In a mirrored section names are compared backwards, Order is not: what was set up last is undone first.</remarks>
internal sealed class RowComparer : IComparer<IOrderedRow>
{
    public static RowComparer Instance { get; } = new();

    public int Compare(IOrderedRow? x, IOrderedRow? y)
    {
        int result = x!.Order.CompareTo(y!.Order);
        if (result != 0)
        {
            return result;
        }

        result = CompareNames(x, y);
        return x.Section.IsMirrored() ? -result : result;
    }

    private static int CompareNames(IOrderedRow x, IOrderedRow y)
    {
        int result = string.CompareOrdinal(x.Device, y.Device);
        result = result != 0 ? result : string.CompareOrdinal(x.Handler, y.Handler);

        // Methods of the same handler name differ by a number that counts signatures: 10 comes after 9.
        result = result != 0 ? result : x.Method.Length.CompareTo(y.Method.Length);
        result = result != 0 ? result : string.CompareOrdinal(x.Method, y.Method);
        result = result != 0 ? result : string.CompareOrdinal(x.DeviceKey.Assembly, y.DeviceKey.Assembly);
        return result != 0 ? result : string.CompareOrdinal(x.DeviceKey.Identity, y.DeviceKey.Identity);
    }
}
