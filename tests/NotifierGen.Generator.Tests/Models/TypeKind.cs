namespace NotifierGen.Generator.Tests.Models;

/// <summary>What a type of a random machine is.</summary>
internal enum TypeKind
{
    Class,
    Record,
    Interface,
    Struct,
    StaticClass,
}
