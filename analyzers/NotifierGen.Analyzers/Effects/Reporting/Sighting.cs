using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;
using NotifierGen.Analyzers.Effects.Solving;

namespace NotifierGen.Analyzers.Effects.Reporting;

/// <summary>Something that was found at one place of a body: by itself, or in what it calls.</summary>
/// <param name="Site">The place.</param>
/// <param name="Found">What it means.</param>
/// <param name="State">The states there.</param>
/// <param name="Effect">What is found by itself; null if a callee finds it.</param>
/// <param name="Target">The callee.</param>
/// <param name="Callee">The circumstances in which it is called.</param>
/// <param name="Entry">The states in which it is entered.</param>
/// <param name="How">How the callee is left behind, if it runs later.</param>
internal sealed record Sighting(TextSpan Site, Findings Found, VmState State, Effect? Effect, CallTarget? Target, Context Callee, VmStates Entry, string? How)
{
    public bool Is(Findings finding) => (Found & finding) != 0;
}
