namespace NotifierGen.Analyzers.Effects.Ir;

/// <summary>Names a body without a symbol: valid in every compilation with the same declarations.</summary>
/// <param name="Tree">The file, by its position among the paths of the compilation.</param>
/// <param name="Member">The declaration, by its position in the file (see <see cref="Generator.Declarations.TreeOutline"/>).</param>
/// <param name="Part">0 is the declaration's own body; the lambdas and local functions in it are counted from 1.</param>
internal readonly record struct BodyKey(int Tree, int Member, int Part)
{
    public bool IsOfSameMember(BodyKey other) => Tree == other.Tree && Member == other.Member;
}
