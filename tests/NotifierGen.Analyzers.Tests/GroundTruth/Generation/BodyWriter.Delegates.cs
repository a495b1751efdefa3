using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Lambdas, local functions and what calls them before it returns.</content>
internal sealed partial class BodyWriter
{
    /// <summary>An Action: a lambda, or a variable that holds one. What running it costs is counted as if it ran once here.</summary>
    public Node Action(Flow flow, double times = 1) =>
        PickVariable(VariableKind.Action) is { } known && _dice.Chance(30) && TrySpend(known.Cost * times)
            ? new Node(Sort.Action, known.Name)
            : Lambda(flow, times);

    public Node Lambda(Flow flow, double times = 1) => Closure(() =>
    {
        double outer = _multiplier;
        _multiplier *= times;
        Node block = SmallBlock(flow.Function(ReturnKind.Void));
        _multiplier = outer;
        return new Node(Sort.Action, "() =>\n{\n$0\n}", block);
    });

    /// <summary>A lambda with parameters, as it is written.</summary>
    private Node LambdaOf(string parameters, Flow flow, double times = 1)
    {
        Node lambda = Lambda(flow, times);
        return new Node(Sort.Other, parameters + " =>\n{\n$0\n}", lambda.Children);
    }

    private Node FunctionOf(string parameter, Flow flow) => Closure(() =>
    {
        Flow inner = flow.Function(ReturnKind.Int);
        int outer = _variables.Count;
        Declare(new Variable(parameter, VariableKind.Int));
        Node node = new(Sort.Other, $"(Func<int, int>)({parameter} =>\n{{\n$0\nreturn $1;\n}})", Repeated(2, inner), Int(inner));
        _variables.RemoveRange(outer, _variables.Count - outer);
        return node;
    });

    public Node LocalDelegate(Flow flow)
    {
        if (PickVariable(VariableKind.Action) is { } known && _dice.Chance(70) && TrySpend(known.Cost))
        {
            return Statement($"{known.Name}();");
        }

        if (_dice.Chance(30))
        {
            return Statement("((Action)($0))();", Lambda(flow));
        }

        double before = Cost;
        Node lambda = Lambda(flow);
        string name = Declare("action", VariableKind.Action, Cost - before);
        return Statement(_dice.Chance(60) ? $"Action {name} = $0;\n{name}();" : $"Action {name} = $0;", lambda);
    }

    /// <summary>Which of the two lambdas it is may change between two calls, as far as the analysis knows.</summary>
    public Node DelegateChoice(Flow flow)
    {
        double before = Cost;
        Node first = Lambda(flow);
        Node second = Lambda(flow);
        string name = Declare("action", VariableKind.Action, Cost - before);
        return _dice.Chance(50)
            ? Statement($"Action {name} = O.Bit({Site()}) ? $0 : $1;", first, second)
            : Statement($"Action {name} = $0;\nif ($2)\n{{\n{name} = $1;\n}}\n{name}();", first, second, Bit());
    }

    public Node LocalFunction(Flow flow)
    {
        double before = Cost;
        Node body = Closure(() => SmallBlock(flow.Function(ReturnKind.Void)));
        string name = NewName("Local");
        Node declaration = _dice.Chance(25)
            ? Statement($"void {name}()\n{{\n$0\nif ($1)\n{{\n{name}();\n}}\n}}\n{name}();", body, Fuel())
            : Statement($"void {name}()\n{{\n$0\n}}\n{name}();", body);
        Declare(new Variable(name, VariableKind.Action, Cost - before));
        return declaration;
    }

    public Node ListForEach(Flow flow) => _dice.Chance(50)
        ? Statement($"new List<int>(O.Some({Site()})).ForEach($0);", LambdaOf(NewName("item"), flow, 2))
        : Statement($"Array.ForEach(O.Some({Site()}), $0);", LambdaOf(NewName("item"), flow, 2));

    public Node EnumerableInPlace(Flow flow)
    {
        string item = NewName("item");
        return _dice.Below(3) switch
        {
            0 => Statement($"_ = O.Some({Site()}).Select($0).ToList();", FunctionOf(item, flow)),
            1 => Statement($"O.Use(O.Some({Site()}).Sum($0));", FunctionOf(item, flow)),
            _ => EnumeratedLocal(item, flow),
        };
    }

    /// <summary>Before the loop's body runs, the query's code ran: that is more than the analysis knows of queries.</summary>
    public Node EnumerableForEach(Flow flow) => Statement(
        $"foreach (int {NewName("item")} in O.Some({Site()}).Select($0))\n{{\n$1\n}}", FunctionOf(NewName("item"), flow), Repeated(2, flow.Loop));

    private Node EnumeratedLocal(string item, Flow flow)
    {
        string name = NewName("query");
        return Statement(
            $"IEnumerable<int> {name} = O.Some({Site()}).Select($0);\n{{\n$1\n}}\nO.Use({name}.Count());", FunctionOf(item, flow), SmallBlock(flow));
    }

    public Node ParallelFor(Flow flow) => Statement($"Parallel.For(0, O.Choice({Site()}), $0);", LambdaOf(NewName("item"), flow, 2));

    public Node ParallelInvoke(Flow flow) => Statement("Parallel.Invoke($0, $1);", Action(flow), Action(flow));

    public Node UnknownApi(Flow flow) => Statement($"O.Unknown({Site()}, $0);", Action(flow, 2));
}
