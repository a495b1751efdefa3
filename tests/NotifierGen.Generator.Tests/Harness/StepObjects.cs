using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>Walks all objects that the pipeline's steps hand on: a symbol among them would keep a whole compilation alive, and never be equal.</summary>
internal static class StepObjects
{
    private static readonly Type[] s_forbidden =
        [typeof(ISymbol), typeof(Compilation), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(SemanticModel), typeof(AttributeData), typeof(MetadataReference)];

    public static void HoldNoSymbols(GeneratorRunResult result)
    {
        foreach (string name in Steps.All)
        {
            // A step that saw nothing is not tracked.
            if (result.TrackedSteps.TryGetValue(name, out var steps))
            {
                var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
                foreach ((object value, _) in steps.SelectMany(step => step.Outputs))
                {
                    Walk(value, name, seen);
                }
            }
        }
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(s_forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        if (value is IEnumerable elements)
        {
            foreach (object? element in elements)
            {
                Walk(element, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Walk(field.GetValue(value), path + "." + field.Name, seen);
            }
        }
    }
}
