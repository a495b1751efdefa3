using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using NotifierGen.CompilerServices;

namespace NotifierGen.Modules;

/// <summary>What an assembly offers to dispatchers that were compiled without it.</summary>
internal static class ModuleManifest
{
    /// <summary>The generated classes that the assembly's manifest lists.</summary>
    /// <exception cref="ModuleException">There is no manifest, or none that this library can read; says why, and what to do.</exception>
    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    public static Type[] Read(Assembly module)
    {
        NotifierManifestAttribute? manifest = module.GetCustomAttribute<NotifierManifestAttribute>();
        if (manifest is null)
        {
            throw new ModuleException(IsAnothersCopy(module)
                ? "its load context has a NotifierGen of its own, whose attributes are other types than this one's. Let the context share the host's: return null for 'NotifierGen' from AssemblyLoadContext.Load, and do not deploy it with the module."
                : "it has no manifest. Mark its handlers with [OnMigrationEvent] and build it with the NotifierGen package.");
        }

        if (manifest.SchemaVersion != NotifierManifestAttribute.CurrentSchemaVersion)
        {
            throw new ModuleException(FormattableString.Invariant($"its manifest has version {manifest.SchemaVersion}, and this library reads version {NotifierManifestAttribute.CurrentSchemaVersion}. ")
                + (manifest.SchemaVersion > NotifierManifestAttribute.CurrentSchemaVersion
                    ? "Update the NotifierGen package of the application."
                    : "Rebuild the module with the NotifierGen package of the application."));
        }

        return [.. (manifest.DeviceRows ?? []).Where(rowClass => rowClass is not null)];
    }

    /// <summary>What is wrong with the assembly, not with the program: it names what cannot be found, or was not written by this generator.</summary>
    public static bool IsOfTheModule(Exception exception) =>
        exception is ArgumentException or TypeLoadException or MissingMemberException or CustomAttributeFormatException or BadImageFormatException
            or FileNotFoundException or FileLoadException or TypeInitializationException;

    public static ArgumentException Unreadable(Assembly module, Exception exception) =>
        Error(module, $"its manifest cannot be read: {exception.Message} Build it, and all it references, against what the application has loaded.", exception);

    public static ArgumentException Error(Assembly module, string what, Exception? exception = null) =>
        new($"AddModule: '{module.GetName().Name}' cannot be added: {what}", nameof(module), exception);

    [RequiresUnreferencedCode(RowReader.Unreferenced)]
    private static bool IsAnothersCopy(Assembly module) =>
        module.GetCustomAttributesData().Any(attribute =>
            attribute.AttributeType.FullName == typeof(NotifierManifestAttribute).FullName && attribute.AttributeType != typeof(NotifierManifestAttribute));
}
