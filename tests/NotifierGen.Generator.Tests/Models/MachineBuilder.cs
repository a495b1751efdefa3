using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Models;

/// <summary>Grows a machine from a seed: every machine is legal C# and breaks no rule, except that its constraints may contradict each other.</summary>
internal sealed class MachineBuilder
{
    private static readonly string[] s_constraints = ["", "", "", "class", "struct", "new()"];

    private readonly Dice _dice;
    private readonly Machine _machine;

    private MachineBuilder(ulong seed)
    {
        _dice = new Dice(seed);
        _machine = new Machine(seed);
    }

    public static Machine Build(ulong seed)
    {
        var builder = new MachineBuilder(seed);
        builder.AddProjects();
        builder.AddTypes();
        var handlers = new HandlerBuilder(builder._dice, builder._machine);
        handlers.AddHandlers();
        handlers.AddConstraints();
        builder.Arrange();
        builder.AddDevices();
        return builder._machine;
    }

    private void AddProjects()
    {
        bool hasModules = _dice.Chance(40);
        int count = hasModules ? 2 + _dice.Below(3) : 1 + (_dice.Chance(60) ? _dice.Below(3) : 0);
        int firstModule = hasModules ? _dice.Below(count - 1) : -1;
        var names = new List<string>(Names.Projects);
        for (int i = 0; i < count; i++)
        {
            bool isBoard = i == count - 1;
            string name = isBoard ? "Emulator" : _dice.Pick(names);
            names.Remove(name);
            var project = new MachineProject(name, 1 + _dice.Below(3))
            {
                IsBoard = isBoard,
                IsModule = i == firstModule || (hasModules && !isBoard && _dice.Chance(30)),
            };
            project.References.AddRange(_machine.Projects.Where(other => !(isBoard && other.IsModule) && _dice.Chance(isBoard ? 85 : 50)));
            _machine.Projects.Add(project);
        }
    }

    private void AddTypes()
    {
        foreach (MachineProject project in _machine.Projects)
        {
            int count = 2 + _dice.Below(7);
            for (int i = 0; i < count; i++)
            {
                AddType(project);
            }
        }
    }

    private void AddType(MachineProject project)
    {
        DeviceType? container = project.Types.Count > 0 && _dice.Chance(30) ? _dice.Pick(project.Types) : null;
        string ns = container?.Namespace ?? _dice.Pick(Names.Namespaces);
        string accessibility = PickAccessibility(container);
        string[] names = [.. Names.Types.Where(name => !Names.Roots.Contains(name) || ns.Length > 0 || container is not null)
            .Where(name => !_machine.Types.Any(other => IsInTheWay(other, name, ns, project, container, accessibility)))];
        var type = new DeviceType(_dice.Pick(names), PickKind(), project, ns, container) { Accessibility = accessibility };

        if (_dice.Chance(type.Kind is TypeKind.Class or TypeKind.Record ? 25 : 8))
        {
            AddParameters(type);
        }

        if (type.Kind is TypeKind.Class or TypeKind.Record)
        {
            type.IsAbstract = _dice.Chance(20);
            type.IsSealed = !type.IsAbstract && _dice.Chance(25);
            type.Base = PickBase(type);
        }

        if (type.Kind is TypeKind.Class or TypeKind.Record or TypeKind.Interface)
        {
            DeviceType[] candidates = [.. _machine.Types.Where(other => other.Kind == TypeKind.Interface && other.AllParameters.Count == 0
                && other.IsVisibleFrom(project) && (other.IsPublic || type.IsInternal) && !type.Nesting.Contains(other))];
            type.Interfaces.AddRange(candidates.Where(_ => _dice.Chance(25)));
        }

        project.Types.Add(type);
    }

    /// <summary>Nested names are unique: a class inherits those of its base class. Internal types of different projects may share their full names.</summary>
    private static bool IsInTheWay(DeviceType other, string name, string ns, MachineProject project, DeviceType? container, string accessibility)
    {
        bool isNested = container is not null || other.Container is not null;
        bool isOutOfSight = !isNested && other.Project != project && other.Accessibility == "internal" && accessibility == "internal";
        return other.Name == name && (isNested || (other.Namespace == ns && !isOutOfSight));
    }

    private TypeKind PickKind() => _dice.Below(20) switch
    {
        < 11 => TypeKind.Class,
        < 14 => TypeKind.Record,
        < 17 => TypeKind.Interface,
        < 18 => TypeKind.Struct,
        _ => TypeKind.StaticClass,
    };

    private string PickAccessibility(DeviceType? container) =>
        container is { Kind: TypeKind.Class or TypeKind.Record, IsSealed: false } && _dice.Chance(15) ? "protected internal"
        : _dice.Chance(70) ? "public"
        : "internal";

    private void AddParameters(DeviceType type)
    {
        var names = Names.TypeParameters.Except(type.AllParameters.Select(parameter => parameter.Name)).ToList();
        int count = Math.Min(1 + _dice.Below(2), names.Count);
        for (int i = 0; i < count; i++)
        {
            string name = _dice.Pick(names);
            names.Remove(name);
            type.Parameters.Add(new TypeParameter(name, _dice.Pick(s_constraints)));
        }
    }

    private TypeUse? PickBase(DeviceType type)
    {
        DeviceType[] candidates = [.. _machine.Types.Where(other => other.Kind == type.Kind && !other.IsSealed
            && other.IsVisibleFrom(type.Project) && (other.IsPublic || type.IsInternal) && !type.Nesting.Contains(other))];
        return candidates.Length > 0 && _dice.Chance(45) ? Use(_dice.Pick(candidates), type.AllParameters) : null;
    }

    /// <summary>Closes a type; parameters of the place where it is used may be handed on.</summary>
    private TypeUse Use(DeviceType type, IReadOnlyList<TypeParameter> parameters) => new(type, [.. type.AllParameters.Select(parameter =>
    {
        string[] free = [.. parameters.Where(_ => parameter.Constraint.Length == 0).Select(other => other.Name)];
        return free.Length > 0 && _dice.Chance(50) ? MachineWriter.Escape(_dice.Pick(free)) : parameter.Constraint switch
        {
            "class" => "string",
            "struct" => "int",
            "new()" => "object",
            _ => _dice.Pick(["int", "string", "object"]),
        };
    })]);

    /// <summary>Makes partial what must be and some of what need not, and spreads the parts over the files.</summary>
    private void Arrange()
    {
        foreach (DeviceType type in _machine.Types)
        {
            type.IsPartial |= _dice.Chance(30);
            if (type.Methods.Any(method => method.Annotations.Count > 0 && (method.IsHidden || type.AllParameters.Count > 0)))
            {
                foreach (DeviceType nesting in type.Nesting)
                {
                    nesting.IsPartial = true;
                }
            }
        }

        foreach (DeviceType type in _machine.Types)
        {
            type.File = type.Container is { CanBeSplit: false } container ? container.File : _dice.Below(type.Project.Files);
            foreach (DeviceMethod method in type.Methods)
            {
                method.File = type.CanBeSplit ? _dice.Below(type.Project.Files) : type.File;
            }
        }
    }

    private void AddDevices()
    {
        DeviceType[] concrete = [.. _machine.Board.Reach.Concat(_machine.Modules).SelectMany(project => project.Types)
            .Where(type => type is { Kind: TypeKind.Class or TypeKind.Record, IsAbstract: false })];
        int count = concrete.Length == 0 ? 0 : 1 + _dice.Below(10);
        for (int i = 0; i < count; i++)
        {
            _machine.Devices.Add(Use(_dice.Pick(concrete), []));
        }
    }
}
