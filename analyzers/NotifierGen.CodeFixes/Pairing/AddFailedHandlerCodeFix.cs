using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Pairing;

namespace NotifierGen.CodeFixes.Pairing;

/// <summary>Mends NG1006 as far as anybody else can: adds a Failed handler behind the Setup handler, with a comment that says what is to be undone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFailedHandlerCodeFix))]
public sealed class AddFailedHandlerCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("NG1006");

    private protected override string? Title(SyntaxNode root, SemanticModel model, Diagnostic diagnostic) =>
        FindSetup(root, diagnostic) is { } setup ? $"Add a Failed handler that undoes '{setup.Identifier.ValueText}'" : null;

    private protected override SyntaxNode Fix(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        ILookup<TypeDeclarationSyntax, FailedStub> types = Stubs(root, model, diagnostics).ToLookup(static stub => (TypeDeclarationSyntax)stub.Setup.Parent!);
        return root.ReplaceNodes(types.Select(static type => type.Key), (original, current) => Add(original, current, types[original]));
    }

    /// <summary>The new handlers; one of them may do for several Setup handlers of its class.</summary>
    private static List<FailedStub> Stubs(SyntaxNode root, SemanticModel model, ImmutableArray<Diagnostic> diagnostics)
    {
        var stubs = new List<FailedStub>();
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (FindSetup(root, diagnostic) is not { } setup || model.GetDeclaredSymbol(setup) is not { } symbol)
            {
                continue;
            }

            FailedStub[] ofClass = stubs.Where(stub => SymbolEqualityComparer.Default.Equals(stub.Symbol.ContainingType, symbol.ContainingType)).ToArray();
            int modes = ofClass.Aggregate(Modes(diagnostic), static (missing, stub) => missing & ~stub.Modes);
            if (modes != 0)
            {
                diagnostic.Properties.TryGetValue(SetupWithoutFailedAnalyzer.ChangeProperty, out string? change);
                stubs.Add(new FailedStub(setup, symbol, FreeName(symbol, ofClass), modes, change ?? ""));
            }
        }

        return stubs;
    }

    private static TypeDeclarationSyntax Add(TypeDeclarationSyntax original, TypeDeclarationSyntax current, IEnumerable<FailedStub> stubs)
    {
        var members = new List<MemberDeclarationSyntax>();
        for (int i = 0; i < original.Members.Count; i++)
        {
            members.Add(current.Members[i]);
            members.AddRange(stubs.Where(stub => stub.Setup == original.Members[i]).Select(static stub => stub.ToSyntax()));
        }

        return current.WithMembers(SyntaxFactory.List(members));
    }

    // An explicit implementation has no accessibility that the new handler could have, too.
    private static MethodDeclarationSyntax? FindSetup(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null, Parent: TypeDeclarationSyntax } setup ? setup : null;

    private static int Modes(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(SetupWithoutFailedAnalyzer.ModesProperty, out string? modes)
        && int.TryParse(modes, NumberStyles.None, CultureInfo.InvariantCulture, out int missing) ? missing : 0;

    private static string FreeName(IMethodSymbol setup, FailedStub[] others)
    {
        string wanted = setup.Name is "OnSetup" or "Setup" ? "OnFailed" : "Undo" + setup.Name;
        string name = wanted;
        for (int number = 2; IsTaken(name); number++)
        {
            name = FormattableString.Invariant($"{wanted}{number}");
        }

        return name;

        bool IsTaken(string candidate)
        {
            for (INamedTypeSymbol? type = setup.ContainingType; type is not null; type = type.BaseType)
            {
                if (type.Name == candidate || !type.GetMembers(candidate).IsEmpty)
                {
                    return true;
                }
            }

            return others.Any(other => other.Name == candidate);
        }
    }
}
