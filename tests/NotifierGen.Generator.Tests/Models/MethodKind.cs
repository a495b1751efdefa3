namespace NotifierGen.Generator.Tests.Models;

/// <summary>How a method is found when it is called.</summary>
internal enum MethodKind
{
    /// <summary>It is what is called; also a static method, or one that implements an interface by its name.</summary>
    Plain,
    Static,

    /// <summary>Also a method of an interface that has a body.</summary>
    Virtual,

    /// <summary>Also a method of an interface that has none.</summary>
    Abstract,
    Override,

    /// <summary>It implements a method of an interface, which it names.</summary>
    Explicit,
}
