namespace NotifierGen.Dispatch;

/// <summary>A handler takes part in a set of modes; a migration has exactly one.</summary>
internal static class MigrationModes
{
    public static bool IsOne(MigrationMode mode) =>
        (mode & MigrationMode.All) == mode && mode != 0 && ((int)mode & ((int)mode - 1)) == 0;
}
