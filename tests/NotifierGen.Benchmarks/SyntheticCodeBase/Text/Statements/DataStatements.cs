namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Work on strings, dictionaries, tuples and spans.</summary>
internal static class DataStatements
{
    public static readonly Statement[] All = [Build, Interpolate, LookUp, Tuples, Words, Slice, Address];

    private static void Build(BodyWriter body)
    {
        string text = body.Local("text");
        string i = body.Local("i");
        body.Write($$"""
            var {{text}} = new StringBuilder({{body.Fields.Name}});
            for (int {{i}} = 0; {{i}} < {{body.Number(2, 9)}}; {{i}}++)
            {
                {{text}}.Append((char)('a' + {{i}})).Append(':').Append({{body.Value(1)}});
            }

            result += {{text}}.Length;
            """);
    }

    private static void Interpolate(BodyWriter body)
    {
        string line = body.Local("line");
        body.Write($$"""
            string {{line}} = $"{{{body.Fields.Name}}}: {result:X} of {{{body.Fields.Ints}}.Length} ({{{body.Fields.Switch}}})";
            if ({{line}}.StartsWith("x", StringComparison.Ordinal) || {{line}}.Contains('q'))
            {
                result += {{line}}.Split(' ').Length;
            }

            """);
    }

    private static void LookUp(BodyWriter body)
    {
        string found = body.Local("found");
        body.Write($$"""
            if ({{body.Fields.Table}}.TryGetValue({{body.Value(1)}}, out int {{found}}))
            {
                result ^= {{found}};
            }
            else
            {
                {{body.Fields.Table}}[result] = {{body.Value(1)}};
            }

            """);
    }

    private static void Tuples(BodyWriter body)
    {
        string low = body.Local("low");
        string high = body.Local("high");
        body.Write($$"""
            (int {{low}}, int {{high}}) = ({{body.Value(1)}}, {{body.Value()}});
            if ({{low}} > {{high}})
            {
                ({{low}}, {{high}}) = ({{high}}, {{low}});
            }

            result += {{high}} - {{low}};
            """);
    }

    private static void Words(BodyWriter body)
    {
        string word = body.Local("word");
        body.Write($$"""
            ulong {{word}} = {{body.Fields.Word}} ^ (ulong){{body.Number(1, 4095)}};
            {{word}} ^= {{word}} >> {{body.Number(3, 33)}};
            {{body.Fields.Word}} = {{word}} * 0x9E37_79B9UL;
            result += (int)({{word}} & 0xFFFF);
            """);
    }

    private static void Slice(BodyWriter body)
    {
        string part = body.Local("part");
        body.Write($$"""
            int[] {{part}} = {{body.Fields.Ints}}[{{body.Number(0, 3)}}..^{{body.Number(1, 4)}}];
            Array.Sort({{part}});
            result += {{part}}[0] + {{part}}[^1] + {{body.Value(1)}};
            """);
    }

    private static void Address(BodyWriter body)
    {
        string address = body.Local("address");
        body.Write($$"""
            GuestAddress {{address}} = new GuestAddress((ulong)value) + {{body.Number(16, 4096)}};
            result += {{address}} > new GuestAddress({{body.Fields.Word}}) ? (int){{address}}.Page : {{body.Value(1)}};
            """);
    }
}
