using Microsoft.CodeAnalysis.Text;
using NotifierGen.Analyzers.Effects.Ir;

namespace NotifierGen.Analyzers.Effects.Solving;

/// <summary>Is told, while a body is evaluated, what is found where in it.</summary>
internal interface IObserver
{
    /// <summary>Something is found in the body itself.</summary>
    /// <param name="site">Where.</param>
    /// <param name="effect">What: a touch, a resume, a blocking call, or something undecided.</param>
    /// <param name="found">What it means in <paramref name="state"/>.</param>
    /// <param name="state">The state there.</param>
    void Found(TextSpan site, Effect effect, Findings found, VmState state);

    /// <summary>A callee finds something.</summary>
    /// <param name="site">The call.</param>
    /// <param name="target">What is called.</param>
    /// <param name="callee">The circumstances it is called in.</param>
    /// <param name="found">What it finds.</param>
    /// <param name="state">The state at the call.</param>
    /// <param name="entry">The states in which it is entered.</param>
    /// <param name="how">How the code is left behind that runs later; null for a call.</param>
    void FoundIn(TextSpan site, CallTarget target, Context callee, Findings found, VmState state, VmStates entry, string? how);
}
