namespace NotifierGen.Generator.Parsing.Rules;

/// <summary>The runtime library's <c>Phase</c>, value for value.</summary>
internal enum PhaseKind : byte
{
    BeforeVmStart,
    AfterVmStart,
}
