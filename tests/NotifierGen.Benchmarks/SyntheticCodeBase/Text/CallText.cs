using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Writes a planned call, as an expression of type int and as a statement around it.</summary>
internal static class CallText
{
    public static void Write(BodyWriter body, MethodPlan caller, CallPlan call)
    {
        if (call.InPauseScope)
        {
            body.Open("using (_machine.PauseScope())");
        }

        WriteStatement(body, caller, call);
        if (call.InPauseScope)
        {
            body.Close();
        }
    }

    /// <summary>The call as an expression of type int.</summary>
    /// <param name="from">The class in which it stands.</param>
    /// <param name="call">The call.</param>
    /// <param name="value">Its first argument.</param>
    /// <param name="count">Its second argument.</param>
    /// <param name="isAsync">Whether it stands in an asynchronous method.</param>
    public static string Expression(TypePlan from, CallPlan call, string value, string count, bool isAsync)
    {
        if (call.Member is { } member)
        {
            return $"{TypePlan.FieldOf(member.Contract.Name)}.{member.Name}({value}, {count})";
        }

        MethodPlan callee = call.Method!;
        string target = (callee.Type == from ? "" : TypePlan.FieldOf(callee.Type.Name) + ".") + callee.Name;
        return callee.Kind switch
        {
            MethodKind.Accessor => target,
            MethodKind.Text => $"{target}(\"{callee.Name}\", {count}).Length",
            MethodKind.Query => $"{target}([{value}, {count}], {count})",
            MethodKind.Sequence => $"{target}({value}, {count}).Sum()",
            MethodKind.Generic => $"{target}({value}, {count})",
            MethodKind.Asynchronous when isAsync => $"await {target}({value}, {count})",
            MethodKind.Asynchronous => $"{target}({value}, {count}).Id",
            _ => $"{target}({value}, {count})",
        };
    }

    private static void WriteStatement(BodyWriter body, MethodPlan caller, CallPlan call)
    {
        string expression = Expression(caller.Type, call, "result", body.Value(1), caller.Kind == MethodKind.Asynchronous);
        switch (body.Dice.Below(6))
        {
            case 0:
                string other = body.Local("other");
                body.Write($"int {other} = {expression};\nresult = Math.Max(result, {other});");
                break;
            case 1:
                body.Open($"if (count > {body.Number(1, 99)})");
                body.Write($"result ^= {expression};");
                body.Close();
                body.Write("");
                break;
            case 2:
                string turn = body.Local("turn");
                body.Open($"for (int {turn} = 0; {turn} < {body.Number(2, 5)}; {turn}++)");
                body.Write($"result += {expression};");
                body.Close();
                body.Write("");
                break;
            default:
                body.Write($"result += {expression};");
                break;
        }
    }
}
