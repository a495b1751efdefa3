using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>Plans a call chain of hundreds of methods over several classes; some end at vCPU state.</summary>
internal sealed class ChainModule(Dice dice, Naming naming, int length, bool seesCpu)
{
    private const int StepsPerType = 25;

    public ModulePlan Plan()
    {
        string ns = naming.Namespace();
        var types = new List<TypePlan>();
        MethodPlan? next = null;
        for (int layer = 0; layer < length; layer++)
        {
            if (layer % StepsPerType == 0)
            {
                types.Add(new TypePlan(ns, naming.Type(), dice.NextBits()) { SeesCpu = seesCpu });
                if (types.Count > 1)
                {
                    types[^1].Collaborators.Add(types[^2]);
                }
            }

            var step = new MethodPlan(types[^1], naming.Method(), MethodKind.Numeric, layer) { TouchesState = seesCpu && layer == 0 };
            if (next is not null)
            {
                step.Calls.Add(new CallPlan(next, null, false));
            }

            types[^1].Methods.Add(step);
            next = step;
        }

        return new ModulePlan(ns, [], types);
    }
}
