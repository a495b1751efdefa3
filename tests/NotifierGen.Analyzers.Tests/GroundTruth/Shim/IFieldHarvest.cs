namespace NotifierGen.Analyzers.Tests.GroundTruth.Shim;

/// <summary>Finds the code that a program keeps in fields, for somebody else to run.</summary>
internal interface IFieldHarvest
{
    /// <summary>The delegates and lazy sequences in the fields of these objects and in the program's static fields, as calls.</summary>
    IEnumerable<Action> CodeIn(IReadOnlyCollection<object> objects, Execution execution);
}
