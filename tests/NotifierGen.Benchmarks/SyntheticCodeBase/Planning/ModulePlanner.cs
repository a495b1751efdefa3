using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Planning;

/// <summary>Plans one module after the other: of eight, one works on the processor, one has a wide hierarchy, one is a deep call chain.</summary>
internal sealed class ModulePlanner(CodeBaseShape shape)
{
    private const int LinesPerImplementation = 400;
    private const int LinesPerStep = 100;

    private readonly Dice _dice = new(shape.Seed);
    private readonly List<TypePlan> _quiet = [];
    private readonly List<TypePlan> _touching = [];
    private readonly Naming _naming = new(new Dice(~shape.Seed));
    private int _modules;

    public ModulePlan Next()
    {
        switch (_modules++ % 8)
        {
            case 1:
                // Classes that do not see the processor must not reach it, so they never call these.
                ModulePlan touching = new DeviceModule(_dice, _naming, [.. _quiet, .. _touching], seesCpu: true).Plan();
                _touching.AddRange(touching.Types);
                return touching;
            case 2:
                return new CommandModule(_dice, _naming, fanOut: Math.Clamp(shape.Lines / LinesPerImplementation, 3, _dice.Between(20, 100))).Plan();
            case 3:
                return new ChainModule(_dice, _naming, length: Math.Clamp(shape.Lines / LinesPerStep, 10, _dice.Between(150, 400)), seesCpu: _modules % 16 == 4).Plan();
            default:
                ModulePlan quiet = new DeviceModule(_dice, _naming, _quiet, seesCpu: false).Plan();
                _quiet.AddRange(quiet.Types);
                return quiet;
        }
    }
}
