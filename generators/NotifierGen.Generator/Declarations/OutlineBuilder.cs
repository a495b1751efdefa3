using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NotifierGen.Generator.Declarations;

/// <summary>Reads the outline of a file from its syntax; bodies are not looked into.</summary>
internal sealed class OutlineBuilder(SyntaxTree tree, CancellationToken cancellationToken)
{
    private readonly List<(TextSpan, SyntaxKind)> _declarations = [];
    private readonly List<TextSpan> _bodies = [];
    private readonly List<TextSpan> _members = [];
    private readonly List<TypeOutline> _types = [];
    private readonly List<(string, int)> _overrides = [];
    private readonly List<(string, string)> _aliases = [];
    private readonly List<AttributeUse> _attributes = [];
    private readonly List<string> _staticUsings = [];

    public TreeOutline Build()
    {
        if (tree.GetRoot(cancellationToken) is CompilationUnitSyntax unit)
        {
            VisitUsings(unit.Usings);
            if (unit.Members.Any(SyntaxKind.GlobalStatement))
            {
                _declarations.Add((unit.Span, SyntaxKind.CompilationUnit));
            }

            VisitMembers(unit.Members);
        }

        return new TreeOutline(tree, [.. _declarations], [.. _types])
        {
            Bodies = [.. _bodies],
            Members = [.. _members],
            Overrides = [.. _overrides],
            Aliases = [.. _aliases],
            StaticUsings = [.. _staticUsings],
            Attributes = [.. _attributes],
        };
    }

    private void VisitUsings(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (UsingDirectiveSyntax directive in usings)
        {
            if (directive is { Alias.Name.Identifier.ValueText: { } alias, NamespaceOrType: NameSyntax target })
            {
                _aliases.Add((alias, SimpleName(target)));
            }
            else if (directive is { StaticKeyword.RawKind: not 0, NamespaceOrType: NameSyntax type })
            {
                _staticUsings.Add(SimpleName(type));
            }
        }
    }

    private void VisitMembers(SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (MemberDeclarationSyntax member in members)
        {
            Visit(member);
        }
    }

    private void Visit(MemberDeclarationSyntax member)
    {
        if (member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax && !member.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            _members.Add(member.FullSpan);
        }

        switch (member)
        {
            case BaseNamespaceDeclarationSyntax scope:
                VisitUsings(scope.Usings);
                VisitMembers(scope.Members);
                break;

            case TypeDeclarationSyntax type:
                int ordinal = Add(type);
                _types.Add(new TypeOutline(ordinal, type.Identifier.ValueText, Bases(type.BaseList)));
                AddAttributes(type, ordinal, method: null);
                VisitMembers(type.Members);
                AddMethodAttributes(type, ordinal);
                break;

            case BaseMethodDeclarationSyntax method:
                AddOverride(method, (method as MethodDeclarationSyntax)?.Identifier.ValueText ?? "", Add(method));
                AddBody((SyntaxNode?)method.Body ?? method.ExpressionBody);
                break;

            case BasePropertyDeclarationSyntax property:
                VisitProperty(property);
                break;

            case BaseFieldDeclarationSyntax fields:
                foreach (VariableDeclaratorSyntax field in fields.Declaration.Variables)
                {
                    Add(field);
                }

                break;

            case GlobalStatementSyntax statement:
                AddBody(statement);
                break;
        }
    }

    private void VisitProperty(BasePropertyDeclarationSyntax property)
    {
        Add(property);
        string name = property switch
        {
            PropertyDeclarationSyntax named => named.Identifier.ValueText,
            EventDeclarationSyntax named => named.Identifier.ValueText,
            _ => WellKnownMemberNames.Indexer,
        };
        if (property.AccessorList is { } accessors)
        {
            foreach (AccessorDeclarationSyntax accessor in accessors.Accessors)
            {
                AddOverride(property, name, Add(accessor));
                AddBody((SyntaxNode?)accessor.Body ?? accessor.ExpressionBody);
            }
        }
        else if ((property as PropertyDeclarationSyntax)?.ExpressionBody is { } expression)
        {
            AddOverride(property, name, Add(expression));
            AddBody(expression);
        }
        else if ((property as IndexerDeclarationSyntax)?.ExpressionBody is { } indexed)
        {
            AddOverride(property, name, Add(indexed));
            AddBody(indexed);
        }
    }

    private int Add(SyntaxNode node)
    {
        _declarations.Add((node.Span, node.Kind()));
        return _declarations.Count - 1;
    }

    private void AddOverride(MemberDeclarationSyntax member, string name, int ordinal)
    {
        if (member.Modifiers.Any(SyntaxKind.OverrideKeyword))
        {
            _overrides.Add((name, ordinal));
        }
    }

    private void AddMethodAttributes(TypeDeclarationSyntax type, int ordinal)
    {
        foreach (MemberDeclarationSyntax member in type.Members)
        {
            if (member is MethodDeclarationSyntax method)
            {
                AddAttributes(method, ordinal, method.Identifier.ValueText);
            }
        }
    }

    private void AddAttributes(MemberDeclarationSyntax declaration, int type, string? method)
    {
        foreach (AttributeListSyntax list in declaration.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                _attributes.Add(new AttributeUse(type, method, SimpleName(attribute.Name)));
            }
        }
    }

    private void AddBody(SyntaxNode? body)
    {
        if (body is not null)
        {
            _bodies.Add(body.Span);
        }
    }

    private static string[] Bases(BaseListSyntax? list)
    {
        if (list is null)
        {
            return [];
        }

        var names = new string[list.Types.Count];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = list.Types[i].Type is NameSyntax name ? SimpleName(name) : "";
        }

        return names;
    }

    /// <summary>The last part of a name.</summary>
    public static string SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
