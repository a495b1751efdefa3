using NotifierGen.Generator.Tests.Harness;

namespace NotifierGen.Generator.Tests.Compatibility;

/// <summary>A machine of two projects with everything that generated code has a form for, in C# 9 and without a warning in any nullable context.</summary>
internal static class EveryKindOfDevice
{
    private const string Abstractions =
        """
        namespace Devices
        {
            public abstract class Device
            {
                [OnMigrationEvent(Failed)]
                public abstract void OnFailed();

                [OnMigrationEvent(Failed, Order = 1)]
                protected internal virtual void AfterAll() { }
            }

            public interface IAnnounces
            {
                [OnMigrationEvent(IncomingDone, Phase.AfterVmStart)]
                void Announce(in MigrationContext context);
            }

            internal sealed partial class Queue<T, @class> : Device where T : class
            {
                [OnMigrationEvent(Setup)]
                private SetupResult OnSetup(in MigrationContext context) => context.VcpusStopped ? SetupResult.Refuse("stopped") : SetupResult.Accept;

                public override void OnFailed() { }

                internal partial class Ring
                {
                    [OnMigrationEvent(PostcopyStart)]
                    private void @event() { }
                }
            }
        }
        """;

    private const string Devices =
        """
        namespace Devices.@namespace
        {
            public sealed partial class Nic : Device, IAnnounces
            {
                [OnMigrationEvent(Setup)]
                private SetupResult OnSetup() => SetupResult.Accept;

                [OnMigrationEvent(Setup, After = new[] { typeof(Clock) })]
                private static SetupResult Shared() => SetupResult.Accept;

                public override void OnFailed() { }

                [OnMigrationEvent(Failed, Phase.AfterVmStart, After = new[] { typeof(Device) }, RequiresStoppedVm = false, BudgetMicroseconds = 250)]
                [OnMigrationEvent(Done, Modes = MigrationMode.Normal | MigrationMode.CprExec)]
                [OnMigrationEvent(Done, Modes = MigrationMode.CprReboot, Order = -1)]
                private void Replug(in MigrationContext context) { }

                void IAnnounces.Announce(in MigrationContext context) { }
            }

            public record Uart
            {
                [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
                public void Flush() { }

                [OnMigrationEvent(Reclaimed, Phase.AfterVmStart)]
                public void Flush(in MigrationContext context) { }
            }

            public static class Clock
            {
                [OnMigrationEvent(Setup, Modes = MigrationMode.All)]
                internal static void @static() { }
            }

            internal partial struct Übergabe
            {
                [OnMigrationEvent(IncomingFailed)]
                private static void OnIncomingFailed() { }
            }

            [System.Obsolete("Use Nic.")]
            public sealed class OldNic
            {
                [OnMigrationEvent(IncomingSetup)]
                public SetupResult OnIncomingSetup() => SetupResult.Accept;
            }
        }

        [DispatchTable]
        public partial class Board : MigrationDispatcher { }

        public static partial class Outer
        {
            [DispatchTable]
            private sealed partial class Special : Board { }
        }
        """;

    public static TestProject Project { get; } = new("Emulator", Devices) { References = [new TestProject("Devices", Abstractions)] };
}
