namespace NotifierGen.Samples.Tests.Emulator;

/// <summary>Tests with machines or processes of their own: one after the other, or they starve each other.</summary>
[CollectionDefinition(Name)]
public sealed class HeavyTests
{
    public const string Name = "heavy";
}
