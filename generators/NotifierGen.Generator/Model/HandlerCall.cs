namespace NotifierGen.Generator.Model;

/// <summary>A handler as generated code calls it.</summary>
/// <param name="Name">Its name, without escape.</param>
/// <param name="TakesContext">Whether it has the parameter <c>in MigrationContext</c>.</param>
/// <param name="Answers">Whether it returns a SetupResult.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsHidden">Whether only the class itself can call it.</param>
internal sealed record HandlerCall(string Name, bool TakesContext, bool Answers, bool IsStatic, bool IsHidden)
{
    /// <summary>How documentation names it inside its class together with its overloads: an edit of its signature leaves that as it is.</summary>
    public string GroupCref => Identifiers.Escape(Name);

    /// <summary>How documentation names it alone inside its class.</summary>
    public string Cref => GroupCref + (TakesContext ? "(in global::NotifierGen.MigrationContext)" : "()");
}
