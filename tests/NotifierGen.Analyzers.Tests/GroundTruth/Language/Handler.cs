namespace NotifierGen.Analyzers.Tests.GroundTruth.Language;

/// <summary>A root of a generated program.</summary>
/// <param name="Name">The method, unique in the program.</param>
/// <param name="Type">The class that declares it.</param>
/// <param name="Entry">What is known of the VM when it is called.</param>
internal sealed record Handler(string Name, string Type, HandlerEntry Entry);
