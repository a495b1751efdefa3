using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NotifierGen.Analyzers.Effects;
using NotifierGen.Generator.Parsing.Rules;

namespace NotifierGen.CodeFixes.Effects;

/// <summary>A member that does not say what it does to the VM, wherever in the solution it is declared.</summary>
internal sealed class MissingAttribute
{
    private static readonly string[] s_attributes = { "PausesVm", "ResumesVm", "VcpuState" };

    private MissingAttribute(DocumentId document, MemberDeclarationSyntax member, string memberName, string attribute)
    {
        Document = document;
        Member = member;
        MemberName = memberName;
        Attribute = attribute;
    }

    public DocumentId Document { get; }

    public MemberDeclarationSyntax Member { get; }

    public string MemberName { get; }

    /// <summary>The attribute's name as one writes it.</summary>
    public string Attribute { get; }

    /// <summary>Null where the member is not in the solution, cannot carry the attribute, or carries it or the opposite already.</summary>
    public static async Task<MissingAttribute?> FindAsync(Solution solution, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Location? name = diagnostic.Id == "NG1012" ? (diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : null) : diagnostic.Location;
        if (!diagnostic.Properties.TryGetValue(EffectContractAnalyzer.AttributeKey, out string? attribute) || attribute is null || !s_attributes.Contains(attribute)
            || name?.SourceTree is not { } tree
            || solution.GetDocument(tree) is not { } document || document is SourceGeneratedDocument
            || await BoundDocument.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } bound
            || bound.Root.FindToken(name.SourceSpan.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || !MayCarry(member, attribute)
            || bound.Model.GetDeclaredSymbol(member, cancellationToken) is not { } symbol
            || !symbol.Locations.Any(location => location.SourceTree == tree && location.SourceSpan == name.SourceSpan)
            || symbol.GetAttributes().Any(data => SpeaksAgainst(data, attribute)))
        {
            return null;
        }

        return new MissingAttribute(document.Id, member, symbol.Name, attribute);
    }

    /// <summary>How many of a member's attribute lists stay in front of a new one: the effects are in alphabetical order, whoever came first.</summary>
    public static int CountAbove(MemberDeclarationSyntax member, string attribute) => member.AttributeLists
        .TakeWhile(list => list.Attributes.Count == 1
            && list.Attributes[0].Name.GetLastToken().ValueText is { } name
            && s_attributes.Any(effect => name.StartsWith(effect, StringComparison.Ordinal) && string.CompareOrdinal(effect, attribute) < 0))
        .Count();

    // It is there already, or the opposite is: which of the two is true only the author knows.
    private static bool SpeaksAgainst(AttributeData written, string attribute) =>
        HandlerAttribute.IsNotifierGenType(written.AttributeClass, attribute + "Attribute")
        || HandlerAttribute.IsNotifierGenType(written.AttributeClass, "NoVmEffectAttribute")
        || (attribute == "VcpuState" && HandlerAttribute.IsNotifierGenType(written.AttributeClass, "VcpuSafeAttribute"));

    private static bool MayCarry(MemberDeclarationSyntax member, string attribute) => member switch
    {
        MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => true,
        ConstructorDeclarationSyntax => attribute != "VcpuState",
        EventDeclarationSyntax => attribute == "VcpuState",
        _ => false,
    };
}
