using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>
/// Plans what most of an emulator is: device classes that call each other, partly through small interfaces and abstract classes. Layers bound
/// the reach: most methods call nothing, few reach hundreds.
/// </summary>
internal sealed class DeviceModule(Dice dice, Naming naming, IReadOnlyList<TypePlan> earlier, bool seesCpu)
{
    /// <summary>How many methods of a hundred are of the layers 0, 1, 2...</summary>
    private static readonly int[] s_layers = [46, 19, 11, 7, 5, 4, 3, 2, 2, 1];

    /// <summary>How many methods of a hundred are of the kinds, in their order.</summary>
    private static readonly int[] s_kinds = [55, 14, 8, 7, 3, 5, 8];

    private readonly string _namespace = naming.Namespace();
    private readonly List<ContractPlan> _contracts = [];
    private readonly List<TypePlan> _types = [];
    private readonly bool _isLarge = dice.Chance(30);

    public ModulePlan Plan()
    {
        for (int i = dice.Between(2, 4); i > 0; i--)
        {
            bool isInterface = dice.Chance(60);
            _contracts.Add(new ContractPlan(
                _namespace,
                isInterface ? naming.Interface() : naming.AbstractClass(),
                isInterface,
                fanOut: dice.Between(2, 9),
                Enumerable.Range(0, dice.Between(1, 3)).Select(_ => naming.Method())));
        }

        for (int i = _isLarge ? dice.Between(50, 90) : dice.Between(10, 30); i > 0; i--)
        {
            TypePlan type = PlanType();
            PlanCalls(type);
            _types.Add(type);
        }

        return new ModulePlan(_namespace, _contracts, _types);
    }

    private TypePlan PlanType()
    {
        var type = new TypePlan(_namespace, naming.Type(), dice.NextBits())
        {
            SeesCpu = seesCpu,
            HasEvent = !seesCpu && dice.Chance(20),
        };
        for (int i = dice.Between(1, 5); i > 0; i--)
        {
            IReadOnlyList<TypePlan> pool = _types.Count == 0 || (earlier.Count > 0 && dice.Chance(25)) ? earlier : _types;
            if (pool.Count > 0 && dice.Pick(pool) is var collaborator && !type.Collaborators.Contains(collaborator))
            {
                type.Collaborators.Add(collaborator);
            }
        }

        ImplementContract(type);
        if (_contracts.Find(contract => contract.Implementations >= 2 && contract != type.Contract && dice.Chance(50)) is { } used)
        {
            type.Uses.Add(used);
        }

        for (int i = dice.Between(2, 4) + dice.Below(dice.Between(4, 18)); i > 0; i--)
        {
            var kind = (MethodKind)dice.Weighted(s_kinds);
            int layer = kind is MethodKind.Accessor or MethodKind.Generic or MethodKind.Sequence ? 0 : dice.Weighted(s_layers);
            type.Methods.Add(new MethodPlan(type, naming.Method() + (kind == MethodKind.Asynchronous ? "Async" : ""), kind, layer)
            {
                IsPublic = layer > 1 || dice.Chance(60),
                TouchesState = seesCpu && kind == MethodKind.Numeric && layer == 0 && dice.Chance(30),
            });
        }

        return type;
    }

    private void ImplementContract(TypePlan type)
    {
        if (_contracts.Find(contract => contract.Implementations < contract.FanOut) is not { } contract || !dice.Chance(70))
        {
            return;
        }

        type.Contract = contract;
        contract.Implementations++;
        foreach (ContractMember member in contract.Members)
        {
            var method = new MethodPlan(type, member.Name, MethodKind.Numeric, layer: dice.Below(2))
            {
                Implements = member,
                TouchesState = seesCpu && dice.Chance(15),
            };
            type.Methods.Add(method);
            member.Implementations.Add(method);
        }
    }

    private void PlanCalls(TypePlan type)
    {
        MethodPlan[] reachable = [.. type.Methods, .. type.Collaborators.SelectMany(other => other.Methods).Where(method => method.IsPublic)];
        foreach (MethodPlan method in type.Methods)
        {
            bool isAsync = method.Kind == MethodKind.Asynchronous;

            // From outside of asynchronous methods the asynchronous ones are dropped tasks: fine where nothing touches vCPU state.
            MethodPlan[] pool = [.. reachable.Where(callee =>
                callee.Layer < method.Layer && (isAsync || callee.Kind != MethodKind.Asynchronous || (!seesCpu && dice.Chance(10))))];
            for (int i = method.Layer == 0 || pool.Length == 0 ? 0 : dice.Between(1, 3) + method.Layer; i > 0; i--)
            {
                method.Calls.Add(new CallPlan(PickHigh(pool, method.Layer), null, seesCpu && dice.Chance(15)));
            }

            if (method.Layer >= 2 && type.Uses.Count > 0 && dice.Chance(40))
            {
                method.Calls.Add(new CallPlan(null, dice.Pick(dice.Pick(type.Uses).Members), seesCpu && dice.Chance(15)));
            }
        }
    }

    // The highest of a few: the upper layers call each other, so that reach grows with them.
    private MethodPlan PickHigh(MethodPlan[] pool, int layer)
    {
        MethodPlan best = dice.Pick(pool);
        for (int i = layer / 2; i >= 0; i--)
        {
            MethodPlan other = dice.Pick(pool);
            best = other.Layer > best.Layer ? other : best;
        }

        return best;
    }
}
