using System.Reflection;
using System.Runtime.Loader;

namespace NotifierGen.Generator.Tests.Harness;

/// <summary>
/// A context for what was compiled. A context holds one assembly of each simple name; a second one of the same name is loaded into a context
/// of its own, and found by its full name.
/// </summary>
internal sealed class LoadedProject(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly List<Assembly> _all = [];
    private readonly List<AssemblyLoadContext> _others = [];

    public IReadOnlyList<Assembly> Loaded => _all;

    public Assembly Add(byte[] image, string simpleName)
    {
        AssemblyLoadContext context = this;
        if (_all.Any(assembly => assembly.GetName().Name == simpleName))
        {
            context = new AssemblyLoadContext(simpleName, isCollectible: true);
            context.Resolving += (_, wanted) => Load(wanted);
            _others.Add(context);
        }

        Assembly loaded = context.LoadFromStream(new MemoryStream(image));
        _all.Add(loaded);
        return loaded;
    }

    public void UnloadAll()
    {
        Unload();
        _others.ForEach(context => context.Unload());
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _all.Find(assembly => assembly.FullName == assemblyName.FullName);
}
