namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Loops over arrays, lists, bits and bytes.</summary>
internal static class LoopStatements
{
    public static readonly Statement[] All = [OverArray, OverBits, OverList, OverBytes, UntilSettled, Nested];

    private static void OverArray(BodyWriter body)
    {
        string i = body.Local("i");
        body.Write($$"""
            for (int {{i}} = 0; {{i}} < {{body.Fields.Ints}}.Length; {{i}}++)
            {
                {{body.Fields.Ints}}[{{i}}] = {{body.Value()}} + {{i}};
                result += {{body.Fields.Ints}}[{{i}}] & 0x{{body.Number(1, 99)}};
            }

            """);
    }

    private static void OverBits(BodyWriter body)
    {
        string left = body.Local("left");
        body.Write($$"""
            int {{left}} = {{body.Value()}} & 0x1F;
            while ({{left}} > 0)
            {
                {{body.Fields.Word}} = ({{body.Fields.Word}} << 1) | ((ulong){{left}} & 1UL);
                {{left}}--;
            }

            """);
    }

    private static void OverList(BodyWriter body)
    {
        string item = body.Local("item");
        body.Write($$"""
            foreach (int {{item}} in {{body.Fields.List}})
            {
                if ({{item}} > {{body.Value()}})
                {
                    continue;
                }

                result ^= {{item}} * {{body.Number(3, 31)}};
            }
            """);
    }

    private static void OverBytes(BodyWriter body)
    {
        string i = body.Local("offset");
        body.Write($$"""
            for (int {{i}} = value & 7; {{i}} < {{body.Fields.Bytes}}.Length; {{i}} += {{body.Number(1, 4)}})
            {
                {{body.Fields.Bytes}}[{{i}}] ^= (byte)({{body.Value(1)}} + {{i}});
                result = (result * 31) + {{body.Fields.Bytes}}[{{i}}];
            }
            """);
    }

    private static void UntilSettled(BodyWriter body)
    {
        string rounds = body.Local("rounds");
        body.Write($$"""
            int {{rounds}} = 0;
            do
            {
                result = {{body.Value()}};
                {{rounds}}++;
            }
            while (result > {{body.Number(100, 900)}} && {{rounds}} < {{body.Number(4, 16)}});
            """);
    }

    private static void Nested(BodyWriter body)
    {
        string row = body.Local("row");
        string column = body.Local("column");
        body.Write($$"""
            for (int {{row}} = 0; {{row}} < {{body.Number(2, 8)}}; {{row}}++)
            {
                for (int {{column}} = 0; {{column}} < {{row}}; {{column}}++)
                {
                    if ((({{row}} * 8) + {{column}}) % {{body.Number(3, 7)}} == 0)
                    {
                        result += {{body.Value(1)}} - {{column}};
                    }
                }
            }

            """);
    }
}
