using System.Reflection;
using System.Runtime.Loader;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Monitoring;

/// <summary>Compiled programs, ready to run. Disposing of it lets go of their code.</summary>
internal sealed class LoadedBatch : IDisposable
{
    private readonly AssemblyLoadContext _context = new("Monitored", isCollectible: true);
    private readonly Assembly _assembly;

    public LoadedBatch(Stream image) => _assembly = _context.LoadFromStream(image);

    public RunnableHandler Handler(FuzzProgram program, Handler handler)
    {
        Type type = _assembly.GetType($"{program.Space}.{handler.Type}", throwOnError: true)!;
        return new RunnableHandler(type.GetMethod(handler.Name)!, new FieldHarvest(type));
    }

    public void Dispose() => _context.Unload();
}
