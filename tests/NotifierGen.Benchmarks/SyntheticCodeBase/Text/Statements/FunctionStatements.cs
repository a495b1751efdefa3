namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Lambdas, local functions, LINQ and events.</summary>
internal static class FunctionStatements
{
    public static readonly Statement[] All = [Query, GroupQuery, Delegate, LocalFunction, RemoveAll, Raise, Transform];

    private static void Query(BodyWriter body) => body.Write($$"""
        result += {{body.Fields.Ints}}
            .Where(item => item > {{body.Number(0, 64)}} && {{body.Fields.Switch}})
            .Select(item => item ^ {{body.Value(0)}})
            .Sum();
        """);

    private static void GroupQuery(BodyWriter body)
    {
        string groups = body.Local("groups");
        body.Write($$"""
            var {{groups}} =
                from entry in {{body.Fields.List}}
                group entry by entry % {{body.Number(2, 9)}} into bucket
                orderby bucket.Key descending
                select new { bucket.Key, Total = bucket.Sum() };
            result += {{groups}}.FirstOrDefault()?.Total ?? {{body.Value(1)}};
            """);
    }

    private static void Delegate(BodyWriter body)
    {
        string scale = body.Local("scale");
        body.Write($$"""
            Func<int, int> {{scale}} = input => (input * {{body.Number(2, 9)}}) + {{body.Value(1)}};
            result = {{scale}}(result) ^ {{scale}}({{body.Number(1, 99)}});
            """);
    }

    private static void LocalFunction(BodyWriter body)
    {
        string fold = body.Local("Fold");
        body.Write($$"""
            result += {{fold}}({{body.Value(1)}}, {{body.Number(1, 6)}});

            static int {{fold}}(int seed, int rounds) => rounds == 0 ? seed : {{fold}}(seed ^ (seed << rounds), rounds - 1);

            """);
    }

    private static void RemoveAll(BodyWriter body) => body.Write($$"""
        result += {{body.Fields.List}}.RemoveAll(item => item < {{body.Value(1)}});
        {{body.Fields.List}}.ForEach(item => {{body.Fields.Cursor}} += item & {{body.Number(1, 15)}});
        """);

    private static void Raise(BodyWriter body) => body.Write(body.HasEvent
        ? $$"""
            if (result > {{body.Value(1)}})
            {
                Changed?.Invoke(result);
            }

            """
        : $"{body.Fields.Cursor} = {body.Value()};");

    private static void Transform(BodyWriter body) => body.Write($"result = _transform({body.Value(1)}) + {body.Number(1, 99)};");
}
