using System.Collections.Immutable;
using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>The roots.</content>
internal sealed partial class ProgramWriter
{
    private ImmutableArray<Handler> WriteHandlers()
    {
        int count = Dice.Between(1, 4);
        ImmutableArray<Handler>.Builder handlers = ImmutableArray.CreateBuilder<Handler>();
        for (int i = 0; i < count; i++)
        {
            var entry = (HandlerEntry)(Dice.Below(5) switch { 0 => 0, 1 or 2 => 1, _ => 2 });
            handlers.Add(WriteHandler(entry));
        }

        return handlers.ToImmutable();
    }

    private Handler WriteHandler(HandlerEntry entry)
    {
        string name = NewName("OnFailed");
        bool isStatic = Dice.Chance(15);
        bool hasContext = Dice.Chance(60);
        var writer = new BodyWriter(this, _device, isStatic);
        var flow = new Flow(ReturnKind.Void) { Context = hasContext ? "context" : null };
        Node block = writer.Block(Dice.Between(1, 7), flow);
        if (entry == HandlerEntry.Unknown && Dice.Chance(30))
        {
            // Here both answers are possible, whatever the program does later.
            string guard = Dice.Below(3) switch { 0 when hasContext => "context.VcpusStopped", 1 => "!Machine.Vm.IsRunning", _ => "Machine.Vm.IsPaused" };
            block = new Node(Sort.Block, "$*", new Node(Sort.Statement, $"if ({guard})\n{{\n$0\n}}", block) { Construct = Constructs.EntryGuard });
            if (Dice.Chance(50))
            {
                block = block.WithChildren(block.Children.Add(writer.Statement(flow)));
            }
        }

        block = new Node(Sort.Block, "$*", block.Children) { IsHandlerBody = true };
        _device.Members.Add(Declaring(
            name, $"{Attribute(entry)}\npublic {(isStatic ? "static " : "")}void {name}({(hasContext ? "in MigrationContext context" : "")})\n{{\n$0\n}}", block));
        return new Handler(name, _device.Name, entry);
    }

    private static string Attribute(HandlerEntry entry) => entry switch
    {
        HandlerEntry.Running => "[OnMigrationEvent(Failed, Phase.AfterVmStart)]",
        HandlerEntry.Stopped => "[OnMigrationEvent(Failed, Phase.BeforeVmStart, RequiresStoppedVm = true)]",
        _ => "[OnMigrationEvent(Failed, Phase.BeforeVmStart)]",
    };
}
