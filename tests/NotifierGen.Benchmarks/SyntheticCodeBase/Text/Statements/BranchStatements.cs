namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Branches: if, switch, patterns, exceptions, locks.</summary>
internal static class BranchStatements
{
    public static readonly Statement[] All = [Switch, SwitchExpression, If, Guard, Try, Lock, Pattern];

    private static void Switch(BodyWriter body) => body.Write($$"""
        switch (({{body.Value(1)}}) & 3)
        {
            case 0:
                {{body.Fields.Cursor}} = {{body.Value()}};
                break;
            case 1 when {{body.Fields.Switch}}:
                result += {{body.Value()}};
                break;
            case 2:
                {{body.Fields.Word}} |= 1UL << ({{body.Fields.Cursor}} & 63);
                break;
            default:
                {{body.Fields.Switch}} = !{{body.Fields.Switch}};
                break;
        }

        """);

    private static void SwitchExpression(BodyWriter body) => body.Write($$"""
        result += {{body.Value(1)}} switch
        {
            < {{body.Number(1, 16)}} => {{body.Value(1)}},
            >= 100 and < {{body.Number(200, 400)}} => {{body.Fields.Cursor}},
            {{body.Number(17, 99)}} => {{body.Fields.Ints}}.Length,
            _ => {{body.Value()}},
        };
        """);

    private static void If(BodyWriter body) => body.Write($$"""
        if ({{body.Value()}} > {{body.Value(1)}})
        {
            {{body.Fields.Cursor}} += {{body.Number(1, 8)}};
        }
        else if ({{body.Fields.Switch}} && {{body.Fields.Name}}.Length > {{body.Number(3, 12)}})
        {
            result -= {{body.Value(1)}};
        }
        else
        {
            {{body.Fields.Ints}}[result & 15]++;
        }

        """);

    private static void Guard(BodyWriter body) => body.Write($$"""
        if (count < {{body.Number(-999, -1)}})
        {
            result = {{body.Number(1, 99)}};
            {{body.Fields.Word}} = 0UL;
        }

        """);

    private static void Try(BodyWriter body) => body.Write($$"""
        try
        {
            result += checked({{body.Value(1)}} * {{body.Number(3, 40)}});
        }
        catch (OverflowException) when ({{body.Fields.Switch}})
        {
            result = {{body.Value(1)}};
        }
        catch (OverflowException)
        {
            result = int.MaxValue;
        }
        finally
        {
            {{body.Fields.Cursor}}++;
        }

        """);

    private static void Lock(BodyWriter body) => body.Write($$"""
        lock (_gate)
        {
            {{body.Fields.List}}.Add({{body.Value()}});
            result += {{body.Fields.List}}.Count;
        }
        """);

    private static void Pattern(BodyWriter body)
    {
        string slot = body.Local("slot");
        string amount = body.Local("amount");
        body.Write($$"""
            var {{slot}} = new Slot({{body.Fields.Cursor}}, {{body.Value(1)}});
            if ({{slot}} is { Index: > {{body.Number(2, 9)}}, Amount: var {{amount}} })
            {
                {{slot}} = {{slot}} with { Amount = {{amount}} + {{body.Number(1, 9)}} };
            }

            result ^= {{slot}}.Amount;
            """);
    }
}
