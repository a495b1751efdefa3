using Microsoft.CodeAnalysis.Testing;
using static NotifierGen.Analyzers.Tests.Testing.Rule<NotifierGen.Analyzers.Sessions.VmStartOrderAnalyzer>;

namespace NotifierGen.Analyzers.Tests.Sessions;

/// <summary>NG1005: Failed is raised before the VM starts again.</summary>
public sealed class VmStartOrderTests
{
    [Theory]
    [InlineData("{|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.BeforeVmStart });")]
    [InlineData("{|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("var context = new MigrationContext { Event = Failed, Mode = mode }; {|NG1005:vm.Start()|}; Log(); notifiers.Notify(in context);")]
    [InlineData("var context = new MigrationContext { Mode = mode }; {|NG1005:vm.Start()|}; notifiers.Notify(context with { Event = Failed });")]
    [InlineData("if (flag) { {|NG1005:vm.Start()|}; } notifiers.Notify(new MigrationContext { Event = Failed }); if (!flag) { vm.Start(); }")]
    [InlineData("while (flag) { {|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed }); }")]
    [InlineData("try { Send(); } catch { {|NG1005:vm.Start()|}; } notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("try { Send(); } catch { {|NG1005:vm.Start()|}; throw; } finally { notifiers.Notify(new MigrationContext { Event = Failed }); }")]
    [InlineData("try { Send(); } finally { {|NG1005:vm.Start()|}; } notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("{|NG1005:machine.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("{|NG1005:machine.Run(1)|}; notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("{|NG1005:machine.Running = true|}; notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("{|NG1005:vm.Start()|}; Raise(new MigrationContext { Event = Failed });")]
    [InlineData("{|NG1005:vm.Start()|}; Raise(new MigrationContext { Event = Done, Phase = (Phase)1 } with { Event = Failed, Phase = default });")]
    [InlineData("var fail = () => { {|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed }); };")]
    [InlineData("void Recover() { {|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed }); } Recover();")]
    public Task AStartBeforeFailedIsRaisedIsReported(string statements) => Holds(Host(statements));

    [Theory]
    [InlineData("using var session = notifiers.Begin(vm); try { Send(); session.Complete(); } catch (TimeoutException) { {|NG1005:vm.Start()|}; session.Fail(Why()); }")]
    [InlineData("using var session = notifiers.Begin(vm); try { Send(); session.Complete(); } catch (TimeoutException) { {|NG1005:vm.Start()|}; }")]
    [InlineData("using var session = notifiers.Begin(vm); session.StopVm(); if (!flag) { {|NG1005:vm.Start()|}; return; } session.Complete();")]
    [InlineData("var session = notifiers.Begin(vm); try { Send(); session.Complete(); } catch { {|NG1005:machine.Start()|}; throw; } finally { session.Dispose(); }")]
    [InlineData("using (notifiers.Begin(vm)) { try { Send(); } finally { {|NG1005:vm.Start()|}; } }")]
    [InlineData("if (!notifiers.TryBegin(vm, mode, out var session, out _)) { vm.Start(); return; } using (session) { try { Send(); session.Complete(); } catch { {|NG1005:vm.Start()|}; } }")]
    [InlineData("while (flag) { using var session = notifiers.Begin(vm); try { Send(); session.Complete(); return; } catch { {|NG1005:vm.Start()|}; } }")]
    [InlineData("session1 = notifiers.Begin(vm); {|NG1005:vm.Start()|}; session1.Fail(Why());")]
    [InlineData("using var session = notifiers.Begin(vm); while (flag) { vm.Stop(); Send(); {|NG1005:vm.Start()|}; } session.StopVm(); session.Complete();")]
    [InlineData("using var session = notifiers.Begin(vm); while (true) { vm.Stop(); Send(); {|NG1005:vm.Start()|}; }")]
    public Task AStartBesideAFailedSessionIsReported(string statements) => Holds(Host("MigrationSession session1; " + statements));

    [Theory]
    [InlineData("notifiers.Notify(new MigrationContext { Event = Failed }); vm.Start(); notifiers.Notify(new MigrationContext { Event = Failed, Phase = Phase.AfterVmStart });")]
    [InlineData("vm.Start(); notifiers.Notify(new MigrationContext { Event = Done });")]
    [InlineData("vm.Start(); notifiers.Notify(new MigrationContext { Event = Reclaimed });")]
    [InlineData("vm.Start(); notifiers.Notify(new MigrationContext());")]
    [InlineData("vm.Start(); notifiers.Notify(default);")]
    [InlineData("vm.Start(); notifiers.Notify(context);")]
    [InlineData("vm.Start(); vm.Stop(); notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("if (flag) { vm.Start(); } else { notifiers.Notify(new MigrationContext { Event = Failed }); vm.Start(); }")]
    [InlineData("while (flag) { vm.Stop(); notifiers.Notify(new MigrationContext { Event = Failed }); vm.Start(); }")]
    [InlineData("vm.Start(); Raise(context);")]
    [InlineData("vm.Start(); Raise(new MigrationContext { Event = Failed, Phase = Phase.AfterVmStart });")]
    [InlineData("vm.Start(); if (flag) { notifiers.Notify(new MigrationContext { Event = Failed }); } else { notifiers.Notify(new MigrationContext { Event = Done }); }")]
    [InlineData("while (flag) { Raise(new MigrationContext { Event = Setup }); Send(); Raise(new MigrationContext { Event = Failed }); vm.Start(); }")]
    [InlineData("vm.Start();")]
    [InlineData("machine.Look(); notifiers.Notify(new MigrationContext { Event = Failed });")]
    [InlineData("machine.Run(1); machine.Pause(); notifiers.Notify(new MigrationContext { Event = Failed });")]
    public Task TheRightOrderIsFine(string statements) => Holds(Host(statements));

    [Theory]
    [InlineData("vm.Start(); using var session = notifiers.Begin(vm); Send(); session.Fail(Why());")]
    [InlineData("using var session = notifiers.Begin(vm); try { Send(); session.Complete(); } catch { session.Fail(Why()); vm.Start(); }")]
    [InlineData("using (var session = notifiers.Begin(vm)) { session.Complete(); } vm.Start();")]
    [InlineData("using var session = notifiers.Begin(vm); session.StopVm(); session.Complete(); session.Reclaim(); vm.Start();")]
    [InlineData("using var session = notifiers.Begin(vm, MigrationMode.BackgroundSnapshot); vm.Stop(); Send(); vm.Start(); Send(); session.Complete();")]
    [InlineData("using var session = notifiers.Begin(vm, mode); vm.Stop(); vm.Start(); if (flag) { session.Fail(Why()); return; } Send(); session.Complete();")]
    [InlineData("MigrationSession? session = null; Action end = () => session?.Complete(); session = notifiers.Begin(vm); vm.Start(); end();")]
    [InlineData("notifiers.TryBegin(vm, mode, out _session, out _); vm.Start();")]
    [InlineData("using var session = notifiers.Begin(vm); while (flag) { session.StopVm(); Send(); session.ResumeVm(); } session.Complete();")]
    [InlineData("while (flag) { using var session = notifiers.Begin(vm); if (count == 1) { session.Fail(Why()); } vm.Start(); if (count != 1) { session.Complete(); } }")]
    [InlineData("try { using var session = notifiers.Begin(vm); Send(); session.Complete(); } catch { vm.Start(); throw; }")]
    [InlineData("MigrationSession? session = null; try { session = notifiers.Begin(vm); session.Complete(); } catch { session?.Fail(Why()); vm.Start(); }")]
    [InlineData("var session = notifiers.Begin(vm); Take(session); vm.Start();")]
    [InlineData("using var session = notifiers.BeginIncoming(vm); Send(); vm.Start();")]
    [InlineData("using var session = notifiers.Begin(vm); Action later = () => vm.Start(); session.Fail(Why());")]
    [InlineData("using var session = notifiers.Begin(vm); while (flag) { session.StopVm(); Send(); session.ResumeVm(); } session.StopVm(); session.Complete();")]
    [InlineData("using var session = notifiers.Begin(vm); while (flag) { vm.Stop(); Send(); vm.Start(); } session.Complete();")]
    [InlineData("while (flag) { vm.Stop(); Send(); vm.Start(); }")]
    public Task AStartOutsideOfAFailedSessionIsFine(string statements) => Holds(Host(statements));

    [Fact]
    public Task MethodsOfTheTypeAreReadToo() => Holds("""
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Fail()
            {
                {|NG1005:Restart()|};
                Raise(Failed, Phase.BeforeVmStart);
            }

            void FailAgain()
            {
                {|NG1005:vm.Start()|};
                RaiseFailed();
            }

            void FailWell()
            {
                RaiseFailed();
                Restart();
                Raise(Failed, Phase.AfterVmStart);
                Raise(Done, Phase.BeforeVmStart);
            }

            void Recover()
            {
                FailWell();
                RaiseFailed();
            }

            void RaiseFailed() => Raise(Failed, default);

            void Raise(MigrationEvent what, Phase phase) => notifiers.Notify(new MigrationContext { Event = what, Phase = phase });

            void Restart()
            {
                if (!vm.IsRunning)
                {
                    vm.Start();
                }
            }
        }
        """);

    [Fact]
    public Task MethodsInOtherFilesOfTheTypeAreReadToo()
    {
        var test = Test("""
            partial class Host(MigrationDispatcher notifiers)
            {
                void Fail()
                {
                    {|NG1005:Restart()|};
                    notifiers.Notify(new MigrationContext { Event = Failed });
                }
            }
            """);
        test.TestState.Sources.Add("partial class Host { IVirtualMachine? _vm; void Restart() => _vm?.Start(); }");
        return Run(test, []);
    }

    [Fact]
    public Task ManyWaysThroughManyMethodsAreReadOnce() => Holds($$"""
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Fail() { Step0(0); {|NG1005:vm.Start()|}; notifiers.Notify(new MigrationContext { Event = Failed }); }

            {{string.Concat(Enumerable.Range(0, 60).Select(step => $"void Step{step}(int n) {{ Step{step + 1}(n); Step{step + 1}(n); Step{step + 1}(1); }}\n"))}}

            void Step60(int n) { }
        }
        """);

    [Fact]
    public Task MethodsThatCallThemselvesAreReadOnce() => Holds("""
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Even(int depth) { if (depth > 0) { Odd(depth - 1); Odd(depth - 2); } else { {|NG1005:vm.Start()|}; Raise(depth); } }

            void Odd(int depth) { if (depth > 0) { Even(depth - 1); Even(depth - 2); } }

            void Raise(int depth) { if (depth > 9) { Raise(depth - 1); } notifiers.Notify(new MigrationContext { Event = Failed }); }
        }
        """);

    [Fact]
    public Task AnEffectFileMaySayWhatStartsTheVm()
    {
        var test = Test("""
            class Emulation { public void ResumeAll() { } public void Toggle(bool pause) { } }

            class Host(MigrationDispatcher notifiers, Emulation emulation)
            {
                void Fail()
                {
                    {|NG1005:emulation.ResumeAll()|};
                    notifiers.Notify(new MigrationContext { Event = Failed });
                }

                void FailByToggle()
                {
                    {|NG1005:emulation.Toggle(false)|};
                    notifiers.Notify(new MigrationContext { Event = Failed });
                }

                void Pause()
                {
                    emulation.Toggle(true);
                    notifiers.Notify(new MigrationContext { Event = Failed });
                }
            }
            """);
        test.TestState.AdditionalFiles.Add(("VmEffects.txt", """
            resumes-vm M:Emulation.ResumeAll
            resumes-vm M:Emulation.Toggle(System.Boolean) when=pause:false
            pauses-vm M:Emulation.Toggle(System.Boolean) when=pause:true
            """));
        return Run(test, []);
    }

    [Fact]
    public Task TheMessageNamesTheStartAndTheFailure() => Holds(
        """
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Fail()
            {
                {|#0:vm.Start()|};
                {|#1:notifiers.Notify(new MigrationContext { Event = Failed })|};
            }
        }
        """,
        new DiagnosticResult(Descriptors.StartOutOfOrder).WithLocation(0).WithLocation(1).WithArguments("vm.Start", " on line 6"));

    [Fact]
    public Task TheMessageNamesTheSession() => Holds(
        """
        class Host(MigrationDispatcher notifiers, IVirtualMachine vm)
        {
            void Run()
            {
                using MigrationSession attempt = {|#1:notifiers.Begin(vm)|};
                try { Run(); attempt.Complete(); } catch { {|#0:vm.Start()|}; }
            }
        }
        """,
        new DiagnosticResult(Descriptors.StartOutOfOrder).WithLocation(0).WithLocation(1).WithArguments("vm.Start", " for the session 'attempt'"));

    [Fact]
    public Task APragmaSuppressesIt() => Holds(Host("""

        #pragma warning disable NG1005
                vm.Start();
        #pragma warning restore NG1005
                notifiers.Notify(new MigrationContext { Event = Failed });
        """));

    [Fact]
    public Task AnEditorconfigTurnsItOff() =>
        HoldsWithSeverity("NG1005", "none", Host("vm.Start(); notifiers.Notify(new MigrationContext { Event = Failed });"));

    [Theory]
    [InlineData("vm.Start(); notifiers.Notify(")]
    [InlineData("vm.Start(); notifiers.Notify(new MigrationContext { Event = ")]
    [InlineData("vm.Start(); notifiers.Notify(new MigrationContext { Event = Nothing });")]
    [InlineData("MigrationContext own = own with { Event = Failed }; vm.Start(); notifiers.Notify(own);")]
    [InlineData("var own = own; vm.Start(); notifiers.Notify(own);")]
    [InlineData("vm.Start(); Raise(missing, new MigrationContext { Event = Failed }, vm);")]
    [InlineData("vm.Start(); session.Fail(")]
    [InlineData("using var session = notifiers.Begin(vm; try { } catch { vm.")]
    public Task HalfTypedCodeDoesNoHarm(string statements) => Survives(Host(statements));

    private static string Host(string statements) => $$"""
        class Machine : IVirtualMachine
        {
            public bool IsRunning { get; private set; }
            public void Start() => IsRunning = true;
            public void Stop() => IsRunning = false;
            [ResumesVm] public int Run(int steps) => steps;
            [PausesVm] public void Pause() { }
            public bool Running { get => IsRunning; [ResumesVm] set => IsRunning = value; }
            public void Look() { }
        }

        class Host(MigrationDispatcher notifiers, IVirtualMachine vm, Machine machine, MigrationMode mode, bool flag, int count, MigrationContext context)
        {
            private MigrationSession? _session;

            void Migrate()
            {
                {{statements}}
            }

            void Send() { }
            void Raise(in MigrationContext raised) => notifiers.Notify(in raised);
            void Log() { count++; _ = mode; _ = context; _ = flag; machine.Look(); }
            MigrationFailure Why() => null!;
            void Take(MigrationSession session) => _session = session;
        }
        """;
}
