using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Lowering;

/// <summary>Lowers one declaration and the lambdas and local functions in it.</summary>
internal static class MemberLowering
{
    public static MemberIr Lower(LoweringServices services, BodyKey key)
    {
        CancellationToken cancellationToken = services.CancellationToken;
        SyntaxNode node = services.Files.Node(key, cancellationToken);
        ISymbol? symbol = services.Files.DeclaredSymbol(key.Tree, key.Member, cancellationToken);
        SemanticModel model = services.Files.Model(key.Tree);
        var scope = new MemberScope(services, model, key, symbol);
        IOperation? operation = OperationOf(node, model, cancellationToken);
        var parts = new List<(IOperation? Body, IMethodSymbol? Function)> { (operation, symbol as IMethodSymbol) };
        if (operation is not null)
        {
            FindParts(operation, 0, scope, parts);
        }

        var bodies = new BodyLowering[parts.Count];

        // From the outside in: what is known of a local holds in the lambdas that capture it.
        for (int part = 0; part < parts.Count; part++)
        {
            bodies[part] = new BodyLowering(scope, part, parts[part].Function);
            if (part == 0 && node is TypeDeclarationSyntax or ConstructorDeclarationSyntax)
            {
                bodies[part].LowerConstructor(node, operation);
            }
            else
            {
                bodies[part].LowerBody(parts[part].Body);
            }
        }

        // A delegate parameter may come into use only in a part that was lowered later.
        BodyIr[] lowered = [.. bodies.Select(body => body.ToIr())];
        return new MemberIr(lowered, scope.Locals(), [.. scope.Assignments], [.. scope.Callees]);
    }

    private static IOperation? OperationOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => model.GetOperation(initializer, cancellationToken),
        PropertyDeclarationSyntax { Initializer: { } initializer } => model.GetOperation(initializer, cancellationToken),
        VariableDeclaratorSyntax or BasePropertyDeclarationSyntax or TypeDeclarationSyntax => null,
        _ => model.GetOperation(node, cancellationToken),
    };

    private static void FindParts(IOperation root, int rootPart, MemberScope scope, List<(IOperation?, IMethodSymbol?)> parts)
    {
        var open = new Stack<(IOperation Operation, int Part)>();
        open.Push((root, rootPart));
        while (open.Count > 0)
        {
            (IOperation operation, int part) = open.Pop();
            int inner = part;
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    inner = scope.AddPart(lambda.Symbol, part);
                    parts.Add((lambda.Body, lambda.Symbol));
                    break;

                case ILocalFunctionOperation local:
                    inner = scope.AddPart(local.Symbol, part);
                    parts.Add((local, local.Symbol));
                    break;

                case ICompoundAssignmentOperation { Target: { } combined } when FrameworkTypes.IsDelegate(combined.Type) && VariableOf(combined) is { } multicast:
                    scope.Reassigned.Add(multicast);
                    scope.Multicast.Add(multicast);
                    break;

                case IAssignmentOperation { Target: { } target } when VariableOf(target) is { } assigned:
                    scope.Reassigned.Add(assigned);
                    break;

                case IIncrementOrDecrementOperation { Target: { } target } when VariableOf(target) is { } incremented:
                    scope.Reassigned.Add(incremented);
                    break;

                case IDeconstructionAssignmentOperation { Target: ITupleOperation tuple }:
                    foreach (IOperation element in tuple.Elements)
                    {
                        if (VariableOf(element) is { } deconstructed)
                        {
                            scope.Reassigned.Add(deconstructed);
                        }
                    }

                    break;

                case IArgumentOperation { Parameter.RefKind: not RefKind.None and not RefKind.In, Value: { } value } when VariableOf(value) is { } passed:
                    scope.Reassigned.Add(passed);
                    break;
            }

            // The last child is pushed first, so that parts are numbered in the order of the source.
            foreach (IOperation child in operation.ChildOperations.Reverse())
            {
                open.Push((child, inner));
            }
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
