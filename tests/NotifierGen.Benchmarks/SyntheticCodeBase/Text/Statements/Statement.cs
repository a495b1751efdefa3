namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text.Statements;

/// <summary>Writes a few statements that work on the fields of the class and on <c>result</c>.</summary>
internal delegate void Statement(BodyWriter body);
