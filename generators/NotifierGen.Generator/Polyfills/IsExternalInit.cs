namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants to see for <c>init</c>, and .NET Standard 2.0 has not. A generated polyfill would order its files anew in each build.</summary>
internal static class IsExternalInit;
