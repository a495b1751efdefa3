using NotifierGen.Benchmarks.SyntheticCodeBase.Model;

namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>Writes an interface or an abstract class.</summary>
internal static class ContractText
{
    public static void Write(CodeWriter writer, ContractPlan contract)
    {
        writer.Open($"public {(contract.IsInterface ? "interface" : "abstract class")} {contract.Name}");
        if (!contract.IsInterface)
        {
            writer.Write("""
                protected int Generation { get; private set; }

                protected int NextGeneration(int step) => Generation += step;

                """);
        }

        foreach (ContractMember member in contract.Members)
        {
            writer.Write($"{(contract.IsInterface ? "" : "public abstract ")}int {member.Name}(int value, int count);\n");
        }

        writer.Close();
    }
}
