namespace NotifierGen.Generator.Model;

/// <summary>Warnings that a generated file would raise through no fault of the person who reads them.</summary>
/// <param name="Ids">Their IDs, as a pragma lists them.</param>
/// <param name="Reason">Why they are switched off.</param>
internal sealed record Suppression(string Ids, string Reason);
