using System.Diagnostics;
using NotifierGen.Package.Tests.Consumers;

namespace NotifierGen.Package.Tests;

[Collection(nameof(PackageCollection))]
public sealed class HotReloadTests(PackedPackage package) : IDisposable
{
    private readonly ConsumerFolder _folder = new(package);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnEditedHandlerTakesEffectInTheRunningEmulator()
    {
        RunningConsumer.Write(_folder);
        ProcessStartInfo start = DotnetCommand.Prepare("dotnet", Path.Combine(_folder.Path, "Board"), "watch", "--non-interactive", "run");
        // Not every file system tells of a change.
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "1";
        using WatchedProgram watch = new(start);
        await watch.WaitFor("Waiting for changes");
        string before = await watch.WaitFor(RunningConsumer.Before);

        RunningConsumer.Edit(_folder, "stays unplugged");

        Assert.Equal(before.Replace(RunningConsumer.Before, "stays unplugged", StringComparison.Ordinal), await watch.WaitFor("stays unplugged"));
    }
}
