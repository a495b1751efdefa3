using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Writes a class; its end is left open, for handlers.</summary>
internal static class TypeText
{
    public static void Write(CodeWriter writer, TypePlan type)
    {
        var dice = new Dice(type.Seed);
        var fields = new TypeFields(dice);
        writer.Write($"/// <summary>The {type.Name} of the machine.</summary>");
        writer.Open($"public partial class {type.Name}{(type.Contract is { } contract ? " : " + contract.FullName : "")}");
        WriteFields(writer, type, fields, dice);
        WriteConstructor(writer, type, fields, dice);
        foreach (MethodPlan method in type.Methods)
        {
            writer.Write("");
            MethodText.Write(writer, method, fields, dice);
        }
    }

    private static void WriteFields(CodeWriter writer, TypePlan type, TypeFields fields, Dice dice)
    {
        writer.Write($$"""
            private readonly object _gate = new();
            private readonly int[] {{fields.Ints}} = new int[16];
            private readonly List<int> {{fields.List}} = [];
            private readonly Dictionary<int, int> {{fields.Table}} = [];
            private readonly byte[] {{fields.Bytes}} = new byte[{{dice.Between(16, 512)}}];
            private readonly Func<int, int> _transform = input => (input ^ {{dice.Between(1, 255)}}) + {{dice.Between(1, 9)}};
            private readonly IMachine _machine;
            """);
        if (type.SeesCpu)
        {
            writer.Write("private readonly ICpu _cpu;");
        }

        foreach ((string name, string fullName) in Parameters(type))
        {
            writer.Write($"private readonly {fullName} {name};");
        }

        writer.Write($"""
            private ulong {fields.Word} = {dice.Between(1, 99)}UL;
            private string {fields.Name} = "{type.Name}";
            private int {fields.Cursor};
            private bool {fields.Switch};

            """);
        if (type.HasEvent)
        {
            writer.Write("public event Action<int>? Changed;\n");
        }
    }

    private static void WriteConstructor(CodeWriter writer, TypePlan type, TypeFields fields, Dice dice)
    {
        (string Name, string FullName)[] parameters = [.. Parameters(type)];
        writer.Open($"public {type.Name}({string.Join(", ", parameters.Select(parameter => parameter.FullName + " " + parameter.Name[1..]).Prepend("IMachine machine"))})");
        writer.Write("_machine = machine;");
        if (type.SeesCpu)
        {
            writer.Write("_cpu = machine.Cpu;");
        }

        foreach ((string name, _) in parameters)
        {
            writer.Write($"{name} = {name[1..]};");
        }

        foreach (TypePlan collaborator in type.Collaborators.Where(collaborator => collaborator.HasEvent))
        {
            writer.Write($"{TypePlan.FieldOf(collaborator.Name)}.Changed += amount => {fields.Cursor} += amount & {dice.Between(1, 15)};");
        }

        writer.Close();
        writer.Write($"\npublic override string ToString() => {fields.Name} + \" at \" + {fields.Cursor};");
    }

    private static IEnumerable<(string Name, string FullName)> Parameters(TypePlan type) => type.Collaborators
        .Select(collaborator => (TypePlan.FieldOf(collaborator.Name), collaborator.FullName))
        .Concat(type.Uses.Select(contract => (TypePlan.FieldOf(contract.Name), contract.FullName)));
}
