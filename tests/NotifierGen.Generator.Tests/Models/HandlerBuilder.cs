using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Models;

/// <summary>Gives the types of a machine handlers, and what overrides or implements those.</summary>
internal sealed class HandlerBuilder
{
    private static readonly string[] s_classAccessibilities = ["public", "public", "internal", "private", "protected", "protected internal", "private protected"];
    private static readonly int[] s_orders = [0, 0, 0, 0, 1, -1, 2, 10, int.MaxValue, int.MinValue];

    private readonly Dice _dice;
    private readonly Machine _machine;
    private readonly List<Moment> _moments;

    public HandlerBuilder(Dice dice, Machine machine)
    {
        _dice = dice;
        _machine = machine;

        // Most handlers share few moments: rows can only be out of order where there are several.
        _moments = [_dice.Pick(Moment.All), _dice.Pick(Moment.All), Moment.All[0]];
    }

    public void AddHandlers()
    {
        foreach (DeviceType type in _machine.Types)
        {
            if (type.Kind is TypeKind.Class or TypeKind.Record)
            {
                ImplementInterfaces(type);
                Override(type);
            }

            int count = _dice.Below(4);
            for (int i = 0; i < count; i++)
            {
                if (PickMethodKind(type) is { } kind)
                {
                    AddHandler(type, kind);
                }
            }
        }
    }

    /// <summary>Adds After and Before; mostly along one line, so that few of them contradict each other.</summary>
    public void AddConstraints()
    {
        bool isTangled = _dice.Chance(10);
        var line = _machine.Types.ToList();
        for (int i = line.Count - 1; i > 0; i--)
        {
            int other = _dice.Below(i + 1);
            (line[i], line[other]) = (line[other], line[i]);
        }

        foreach (Annotation annotation in _machine.Types.SelectMany(type => type.Methods).SelectMany(method => method.Annotations))
        {
            for (int count = _dice.Below(100) switch { < 55 => 0, < 85 => 1, < 95 => 2, _ => 3 }; count > 0; count--)
            {
                DeviceType target = _dice.Pick(line);
                if (target.IsVisibleFrom(annotation.Method.Type.Project))
                {
                    bool isAfter = isTangled ? _dice.Chance(50) : line.IndexOf(target) < line.IndexOf(annotation.Method.Type);
                    (isAfter ? annotation.After : annotation.Before).Add(target);
                }
            }
        }
    }

    private MethodKind? PickMethodKind(DeviceType type)
    {
        bool isGeneric = type.AllParameters.Count > 0;
        return type.Kind switch
        {
            TypeKind.Interface when isGeneric => null,
            TypeKind.Interface => _dice.Pick([MethodKind.Abstract, MethodKind.Virtual, MethodKind.Static]),
            TypeKind.Struct or TypeKind.StaticClass => isGeneric ? null : MethodKind.Static,
            _ when !isGeneric && _dice.Chance(15) => MethodKind.Static,
            _ when type.IsAbstract && _dice.Chance(40) => MethodKind.Abstract,
            _ when !type.IsSealed && _dice.Chance(35) => MethodKind.Virtual,
            _ => MethodKind.Plain,
        };
    }

    private void AddHandler(DeviceType type, MethodKind kind)
    {
        bool isInterface = type.Kind == TypeKind.Interface;
        bool takesContext = _dice.Chance(40);
        var names = FreeNames(type, takesContext).ToList();
        if (names.Count == 0)
        {
            return;
        }

        bool answers = _dice.Chance(20);
        var method = new DeviceMethod(type, _dice.Pick(names), kind)
        {
            Accessibility = PickAccessibility(type, kind),
            TakesContext = takesContext,
            Answers = answers,
            Refuses = answers && _dice.Chance(10),
            Throws = _dice.Chance(4),
        };
        if (isInterface && kind == MethodKind.Virtual && _dice.Chance(25))
        {
            method = new DeviceMethod(type, method.Name, MethodKind.Plain) { Accessibility = "private", TakesContext = takesContext, Answers = answers };
        }

        Add(method, 1 + (_dice.Chance(35) ? 1 + _dice.Below(2) : 0));
    }

    private string PickAccessibility(DeviceType type, MethodKind kind)
    {
        string[] candidates = type.Kind switch
        {
            // What another project must implement it has to see.
            TypeKind.Interface => kind == MethodKind.Static ? ["public", "internal", "private"] : kind == MethodKind.Virtual ? ["public", "internal"] : ["public"],
            TypeKind.Struct or TypeKind.StaticClass => ["public", "internal", "private"],
            _ => kind switch
            {
                MethodKind.Abstract => ["public", "protected", "protected internal"],
                MethodKind.Virtual => [.. s_classAccessibilities.Where(each => each != "private")],
                _ when type.IsSealed => ["public", "internal", "private"],
                _ => s_classAccessibilities,
            },
        };
        return _dice.Pick(candidates);
    }

    /// <summary>
    /// Names that neither hide an inherited method nor implement one of an interface by accident. Overloads in one class are fine; two interfaces
    /// have no name in common, because one public method of a class would implement both.
    /// </summary>
    private IEnumerable<string> FreeNames(DeviceType type, bool takesContext)
    {
        IEnumerable<string> all = type.Kind == TypeKind.Interface
            ? Names.Handlers.Select(name => "I" + name).Where(name => !_machine.Types.Any(other => other != type && other.Kind == TypeKind.Interface && other.Methods.Any(method => method.Name == name)))
            : Names.Handlers;
        DeviceType[] ancestors = [.. type.Classes.Skip(1), .. type.AllInterfaces()];
        return all.Where(name =>
            !type.Methods.Any(method => method.Name == name && method.TakesContext == takesContext)
            && !ancestors.Any(ancestor => ancestor.Methods.Any(method => method.Name == name && (method.Accessibility != "private" || ancestor.Kind == TypeKind.Interface))));
    }

    /// <summary>A class implements the interfaces that it lists, by name or explicitly; where a body is inherited it may leave that in place.</summary>
    private void ImplementInterfaces(DeviceType type)
    {
        IEnumerable<DeviceType> listed = type.Interfaces.SelectMany(each => each.AllInterfaces().Append(each)).Distinct();
        foreach (DeviceMethod method in listed.SelectMany(each => each.Methods).Where(method => method.Kind is MethodKind.Abstract or MethodKind.Virtual))
        {
            bool isVisible = method.Accessibility == "public" || method.Type.Project == type.Project;
            bool isInherited = type.Base is { } baseUse && baseUse.Type.IsA(method.Type);
            bool isNeeded = method.Kind == MethodKind.Abstract && !isInherited;
            if (isVisible && (isNeeded || _dice.Chance(30)))
            {
                bool isFree = method.Accessibility == "public" && !isInherited
                    && !type.Classes.Any(each => each.Methods.Any(other => other.Name == method.Name));
                Add(
                    new DeviceMethod(type, method.Name, isFree && _dice.Chance(60) ? MethodKind.Plain : MethodKind.Explicit)
                    {
                        TakesContext = method.TakesContext,
                        Answers = method.Answers,
                        Implements = method,
                    },
                    isFree && _dice.Chance(25) ? 1 : 0);
            }
        }
    }

    /// <summary>A concrete class overrides what is abstract, and any class some of what is virtual.</summary>
    private void Override(DeviceType type)
    {
        foreach (DeviceMethod method in type.Classes.Skip(1).SelectMany(each => each.Methods).Where(method => method.Kind is MethodKind.Abstract or MethodKind.Virtual).ToList())
        {
            bool isElsewhere = method.Type.Project != type.Project;
            bool isOpen = method.Kind == MethodKind.Abstract && !type.Classes.Skip(1).Any(each => each.Methods.Any(other => other.Implements == method));
            bool isNeeded = isOpen && !type.IsAbstract;
            if (isNeeded || (_dice.Chance(30) && !(isElsewhere && method.Accessibility is "internal" or "private protected")))
            {
                Add(
                    new DeviceMethod(type, method.Name, MethodKind.Override)
                    {
                        Accessibility = isElsewhere && method.Accessibility == "protected internal" ? "protected" : method.Accessibility,
                        TakesContext = method.TakesContext,
                        Answers = method.Answers,
                        Throws = _dice.Chance(4),
                        Implements = method,
                    },
                    _dice.Chance(25) ? 1 : 0);
            }
        }
    }

    /// <summary>Adds a method with so many annotations, or fewer: no two may ask for the same call.</summary>
    private void Add(DeviceMethod method, int annotations)
    {
        DeviceMethod[] sameCall = method.Implements is not { } root ? [] : [root, .. method.Type.Classes.SelectMany(type => type.Methods).Where(other => other.Implements == root)];
        method.Type.Methods.Add(method);
        for (; annotations > 0 && method.Kind != MethodKind.Explicit; annotations--)
        {
            Moment[] moments = method.Answers ? [.. Moment.All.Where(moment => moment.IsSetup)] : [.. Moment.All];
            Moment[] frequent = [.. _moments.Where(moments.Contains)];
            var annotation = new Annotation(
                method,
                _dice.Pick(frequent.Length > 0 && _dice.Chance(80) ? frequent : moments),
                _dice.Chance(70) ? MigrationMode.Normal : (MigrationMode)(1 + _dice.Below((int)MigrationMode.All)),
                _dice.Pick(s_orders));
            if (!sameCall.Append(method).SelectMany(other => other.Annotations).Any(annotation.Overlaps))
            {
                method.Annotations.Add(annotation);
            }
        }
    }
}
