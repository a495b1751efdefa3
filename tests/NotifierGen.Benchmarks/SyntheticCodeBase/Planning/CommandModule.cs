using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>Plans a wide hierarchy: one interface with up to a hundred small implementations, and the classes that dispatch over them.</summary>
internal sealed class CommandModule(Dice dice, Naming naming, int fanOut)
{
    public ModulePlan Plan()
    {
        string ns = naming.Namespace();
        var contract = new ContractPlan(ns, naming.Interface(), isInterface: true, fanOut, [naming.Method(), naming.Method()]);
        var types = new List<TypePlan>();
        for (int i = 0; i < fanOut; i++)
        {
            types.Add(PlanCommand(ns, contract));
        }

        for (int i = dice.Between(2, 4); i > 0; i--)
        {
            types.Add(PlanDispatcher(ns, contract));
        }

        return new ModulePlan(ns, [contract], types, TypesPerFile: 6);
    }

    private TypePlan PlanCommand(string ns, ContractPlan contract)
    {
        var command = new TypePlan(ns, naming.Type(), dice.NextBits()) { Contract = contract };
        contract.Implementations++;
        var part = new MethodPlan(command, naming.Method(), MethodKind.Numeric, layer: 0) { IsPublic = false };
        foreach (ContractMember member in contract.Members)
        {
            var method = new MethodPlan(command, member.Name, MethodKind.Numeric, layer: 1) { Implements = member };
            if (dice.Chance(40))
            {
                method.Calls.Add(new CallPlan(part, null, false));
            }

            command.Methods.Add(method);
            member.Implementations.Add(method);
        }

        command.Methods.Add(part);
        return command;
    }

    private TypePlan PlanDispatcher(string ns, ContractPlan contract)
    {
        var dispatcher = new TypePlan(ns, naming.Type(), dice.NextBits());
        dispatcher.Uses.Add(contract);
        for (int i = dice.Between(3, 8); i > 0; i--)
        {
            var method = new MethodPlan(dispatcher, naming.Method(), MethodKind.Numeric, layer: 2);
            method.Calls.Add(new CallPlan(null, dice.Pick(contract.Members), false));
            dispatcher.Methods.Add(method);
        }

        return dispatcher;
    }
}
