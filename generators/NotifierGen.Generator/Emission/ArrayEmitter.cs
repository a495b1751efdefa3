namespace NotifierGen.Generator.Emission;

/// <summary>Prints an array: in place or, if it is long, by methods that fill it part by part.</summary>
/// <param name="type">The type of an element.</param>
/// <param name="count">The number of elements.</param>
/// <param name="factory">The name of the method that makes a long one.</param>
/// <param name="write">Writes the element of a position.</param>
internal sealed class ArrayEmitter(string type, int count, string factory, Action<SourceWriter, int> write)
{
    /// <summary>An array with more elements is filled by several methods: the JIT compiles small ones in no time, and one giant one badly.</summary>
    public const int ElementsInPlace = 128;

    /// <summary>Prints the expression that is the array, and what follows it.</summary>
    public void WriteExpression(SourceWriter writer, string tail)
    {
        if (count > ElementsInPlace)
        {
            writer.WriteLine($"{factory}(){tail}");
        }
        else if (count == 0)
        {
            writer.WriteLine($"new {type}[0]{tail}");
        }
        else
        {
            writer.Open($"new {type}[]");
            for (int i = 0; i < count; i++)
            {
                write(writer, i);
                writer.WriteLine(",");
            }

            writer.Close(tail);
        }
    }

    /// <summary>Prints the methods that make a long array.</summary>
    public void WriteFactory(SourceWriter writer)
    {
        if (count <= ElementsInPlace)
        {
            return;
        }

        int parts = (count + ElementsInPlace - 1) / ElementsInPlace;
        writer.WriteLine();
        writer.WriteLine(Names.Generated);
        writer.Open($"private static {type}[] {factory}()");
        writer.WriteLine($"{type}[] all = new {type}[{count}];");
        for (int part = 1; part <= parts; part++)
        {
            writer.WriteLine($"{factory}{part}(all);");
        }

        writer.WriteLine("return all;");
        writer.Close();
        for (int part = 0; part < parts; part++)
        {
            WritePart(writer, part);
        }
    }

    private void WritePart(SourceWriter writer, int part)
    {
        writer.WriteLine();
        writer.WriteLine(Names.Generated);
        writer.Open(FormattableString.Invariant($"private static void {factory}{part + 1}({type}[] all)"));
        for (int i = part * ElementsInPlace; i < Math.Min(count, (part + 1) * ElementsInPlace); i++)
        {
            writer.Write($"all[{i}] = ");
            write(writer, i);
            writer.WriteLine(";");
        }

        writer.Close();
    }
}
