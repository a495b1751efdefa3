namespace NotifierGen.Generator.Tests.Models;

/// <summary>Takes away from a machine what it fails without as well.</summary>
internal static class MachineShrinker
{
    public static void Shrink(Machine machine, string kind)
    {
        bool hasShrunk = true;
        while (hasShrunk)
        {
            hasShrunk = Drop(machine, kind, machine.Devices, _ => true);
            foreach (DeviceMethod method in machine.Types.SelectMany(type => type.Methods).ToList())
            {
                hasShrunk |= Drop(machine, kind, method.Annotations, _ => true);
                foreach (Annotation annotation in method.Annotations)
                {
                    hasShrunk |= Drop(machine, kind, annotation.After, _ => true);
                    hasShrunk |= Drop(machine, kind, annotation.Before, _ => true);
                }
            }

            foreach (MachineProject project in machine.Projects)
            {
                foreach (DeviceType type in project.Types)
                {
                    hasShrunk |= Drop(machine, kind, type.Methods, method => method.Annotations.Count == 0);
                    hasShrunk |= Drop(machine, kind, type.Interfaces, _ => true);
                }

                hasShrunk |= Drop(machine, kind, project.Types, type => !IsUsed(machine, type));
            }
        }
    }

    private static bool IsUsed(Machine machine, DeviceType type) =>
        machine.Devices.Any(device => device.Type == type)
        || machine.Types.Any(other => other.Container == type || other.Base?.Type == type || other.Interfaces.Contains(type))
        || machine.Types.SelectMany(other => other.Methods).SelectMany(method => method.Annotations).Any(annotation => annotation.After.Contains(type) || annotation.Before.Contains(type))
        || type.Methods.Any(method => method.Annotations.Count > 0);

    private static bool Drop<T>(Machine machine, string kind, List<T> items, Func<T, bool> mayGo)
    {
        bool hasDropped = false;
        for (int i = items.Count - 1; i >= 0; i--)
        {
            T item = items[i];
            if (mayGo(item))
            {
                items.RemoveAt(i);
                if (MachineRun.FindMistake(machine)?.Kind == kind)
                {
                    hasDropped = true;
                }
                else
                {
                    items.Insert(i, item);
                }
            }
        }

        return hasDropped;
    }
}
