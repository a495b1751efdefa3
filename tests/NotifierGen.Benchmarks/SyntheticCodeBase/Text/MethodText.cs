using NotifierGen.Benchmarks.SyntheticCodeBase.Model;
using NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Writes a method.</summary>
internal static class MethodText
{
    public static void Write(CodeWriter writer, MethodPlan method, TypeFields fields, Dice dice)
    {
        var body = new BodyWriter(writer, fields, dice, method.Type.HasEvent);
        switch (method.Kind)
        {
            case MethodKind.Accessor:
                WriteAccessor(writer, body, method);
                return;
            case MethodKind.Text:
                writer.Open($"{Access(method)}string {method.Name}(string text, int count)");
                writer.Write("int value = text.Length;");
                WriteStatements(body, method);
                writer.Write("return text + result;");
                break;
            case MethodKind.Query:
                writer.Open($"{Access(method)}int {method.Name}(IReadOnlyList<int> source, int count)");
                writer.Write("int value = source.Count;");
                WriteStatements(body, method);
                writer.Write($"return result + source.Where(item => item > count).DefaultIfEmpty({dice.Between(1, 9)}).Max();");
                break;
            case MethodKind.Sequence:
                writer.Open($"{Access(method)}IEnumerable<int> {method.Name}(int value, int count)");
                WriteStatements(body, method);
                writer.Open("for (int step = 0; step < (count & 7); step++)");
                writer.Write($"yield return result + (step * {dice.Between(2, 9)});");
                writer.Close();
                break;
            case MethodKind.Generic:
                writer.Open($"{Access(method)}T {method.Name}<T>(T item, int count)");
                writer.Write("int value = EqualityComparer<T>.Default.Equals(item, default!) ? 0 : 1;");
                WriteStatements(body, method);
                writer.Write("return result > count ? item : default!;");
                break;
            case MethodKind.Asynchronous:
                writer.Open($"{Access(method)}async Task<int> {method.Name}(int value, int count)");
                writer.Write(dice.Chance(50) ? "await Task.Yield();" : $"await Task.Delay({dice.Between(1, 9)});");
                WriteStatements(body, method);
                writer.Write("return result;");
                break;
            default:
                writer.Open($"{Access(method)}int {method.Name}(int value, int count)");
                WriteStatements(body, method);
                writer.Write("return result;");
                break;
        }

        writer.Close();
    }

    private static string Access(MethodPlan method) => method switch
    {
        { Implements.Contract.IsInterface: false } => "public override ",
        { IsPublic: true } => "public ",
        _ => "private ",
    };

    private static void WriteAccessor(CodeWriter writer, BodyWriter body, MethodPlan method)
    {
        writer.Open($"{Access(method)}int {method.Name}");
        writer.Open("get");
        writer.Write($"int value = {body.Fields.Cursor};");
        writer.Write($"int count = {body.Fields.Ints}.Length;");
        WriteStatements(body, method);
        writer.Write("return result;");
        writer.Close();
        writer.Write("");
        writer.Write($"set => {body.Fields.Cursor} = value + {body.Number(1, 9)};");
        writer.Close();
    }

    private static void WriteStatements(BodyWriter body, MethodPlan method)
    {
        body.Write($"int result = value + {body.Number(1, 99)};");
        StatementMix.Write(body);
        foreach (CallPlan call in method.Calls)
        {
            CallText.Write(body, method, call);
            if (body.Dice.Chance(30))
            {
                StatementMix.Write(body);
            }
        }

        if (method.TouchesState)
        {
            body.Write(body.Dice.Below(4) switch
            {
                0 => "_cpu.ProgramCounter = (ulong)result;",
                1 => $"_cpu.SetRegister(value & 31, {body.Fields.Word});",
                2 => "result += (int)_cpu.GetRegister(value & 31);",
                _ => "result ^= (int)_cpu.Flags;",
            });
        }
        else if (body.Dice.Chance(35))
        {
            StatementMix.Write(body);
        }
    }
}
