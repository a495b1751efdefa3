namespace NotifierGen.Benchmarks.SyntheticCodeBase.Text;

/// <summary>The files that every code base has: the machine, its processor, and what the bodies work with.</summary>
internal static class CoreFiles
{
    public static readonly SourceFile[] All =
    [
        new("Machine/GlobalUsings.cs", """
            global using System;
            global using System.Collections.Generic;
            global using System.Linq;
            global using System.Text;
            global using System.Threading;
            global using System.Threading.Tasks;
            global using NotifierGen;
            global using Synthetic.Machine;
            global using static NotifierGen.MigrationEvent;

            """),
        new("Machine/ICpu.cs", """
            namespace Synthetic.Machine;

            /// <summary>A processor: its registers are written by its own thread while it runs.</summary>
            public interface ICpu
            {
                int Id { get; }

                [VcpuState]
                ulong ProgramCounter { get; set; }

                [VcpuState]
                ulong Flags { get; }

                [VcpuState]
                ulong GetRegister(int index);

                [VcpuState]
                void SetRegister(int index, ulong value);
            }

            """),
        new("Machine/Cpu.cs", """
            namespace Synthetic.Machine;

            /// <summary>The one processor of the machine.</summary>
            public sealed class Cpu(int id) : ICpu
            {
                private readonly ulong[] _registers = new ulong[32];
                private ulong _flags;

                public int Id { get; } = id;

                public ulong ProgramCounter { get; set; }

                public ulong Flags => _flags;

                public ulong GetRegister(int index) => _registers[index & 31];

                public void SetRegister(int index, ulong value)
                {
                    _registers[index & 31] = value;
                    _flags = value == 0 ? _flags | 1UL : _flags & ~1UL;
                }
            }

            """),
        new("Machine/IMachine.cs", """
            namespace Synthetic.Machine;

            /// <summary>The machine: it can be stopped, started, and paused for a while.</summary>
            public interface IMachine : IVirtualMachine
            {
                ICpu Cpu { get; }

                [VmStoppedWhen(true)]
                bool IsPaused { get; }

                [PausesVm]
                IDisposable PauseScope();
            }

            """),
        new("Machine/EmulatedMachine.cs", """
            namespace Synthetic.Machine;

            /// <summary>A machine with a thread that runs its processor.</summary>
            public sealed class EmulatedMachine : IMachine
            {
                private readonly ManualResetEventSlim _gate = new(false);

                public ICpu Cpu { get; } = new Cpu(0);

                public bool IsRunning => _gate.IsSet;

                public bool IsPaused => !_gate.IsSet;

                public void Stop() => _gate.Reset();

                public void Start() => _gate.Set();

                public IDisposable PauseScope()
                {
                    var pause = new MachinePause(this, IsRunning);
                    Stop();
                    return pause;
                }
            }

            """),
        new("Machine/MachinePause.cs", """
            namespace Synthetic.Machine;

            /// <summary>A pause: at its end the machine runs again if it ran before.</summary>
            public sealed class MachinePause(IMachine machine, bool wasRunning) : IDisposable
            {
                public void Dispose()
                {
                    if (wasRunning)
                    {
                        machine.Start();
                    }
                }
            }

            """),
        new("Machine/Migration.cs", """
            namespace Synthetic.Machine;

            /// <summary>The host's side of a migration.</summary>
            public sealed class Migration(MigrationDispatcher notifiers, IMachine machine)
            {
                public void Send(Action sendMemory, Action sendRest)
                {
                    using MigrationSession session = notifiers.Begin(machine);
                    sendMemory();
                    session.StopVm();
                    sendRest();
                    session.Complete();
                }

                public void Receive(Action loadState)
                {
                    using IncomingSession session = notifiers.BeginIncoming(machine);
                    loadState();
                    session.Complete();
                }
            }

            """),
        new("Machine/Slot.cs", """
            namespace Synthetic.Machine;

            public record struct Slot(int Index, int Amount);

            """),
        new("Machine/GuestAddress.cs", """
            namespace Synthetic.Machine;

            /// <summary>An address in the guest's memory.</summary>
            public readonly struct GuestAddress(ulong value)
            {
                public ulong Value { get; } = value;

                public ulong Page => Value >> 12;

                public static GuestAddress operator +(GuestAddress address, int offset) => new(address.Value + (ulong)offset);

                public static bool operator >(GuestAddress left, GuestAddress right) => left.Value > right.Value;

                public static bool operator <(GuestAddress left, GuestAddress right) => left.Value < right.Value;
            }

            """),
        new("Machine/BitExtensions.cs", """
            namespace Synthetic.Machine;

            public static class BitExtensions
            {
                public static int Rotate(this int value, int count) => (value << count) | (int)((uint)value >> (32 - count));
            }

            """),
    ];
}
