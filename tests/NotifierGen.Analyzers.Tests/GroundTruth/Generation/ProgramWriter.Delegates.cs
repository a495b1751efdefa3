using NotifierGen.Analyzers.Tests.GroundTruth.Language;

namespace NotifierGen.Analyzers.Tests.GroundTruth.Generation;

/// <content>Members that take or return delegates, scopes and tests.</content>
internal sealed partial class ProgramWriter
{
    /// <summary>Calls what it is given, between its own statements; or hands it on to one that does.</summary>
    private void WriteHigherOrder()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("With");
        string parameter = NewName("code");
        (Node before, _, double cost) = Body(owner, true, ReturnKind.Void);
        (Node after, _, double more) = Body(owner, true, ReturnKind.Void, new Variable(parameter, VariableKind.Action, 5));
        string shape = Dice.Below(4) switch
        {
            0 => $"using (Machine.Vm.PauseScope())\n{{\n$0\n{parameter}();\n$1\n}}",
            1 => $"$0\nif (O.Bit({NextSite()}))\n{{\n{parameter}();\n}}\n$1",
            2 => $"$0\ntry\n{{\n{parameter}();\n}}\nfinally\n{{\nMachine.Vm.Stop();\n}}\n$1",
            _ => $"$0\n{parameter}();\n$1",
        };
        bool isMarked = Dice.Chance(25);
        owner.Members.Add(Declaring(name, $"internal static void {name}({(isMarked ? "[InvokedInPlace] " : "")}Action {parameter})\n{{\n{shape}\n}}", before, after));
        Add(name, isMarked ? Constructs.HigherOrderAttribute : Constructs.HigherOrder, cost + more + 3, (w, f) =>
            BodyWriter.Statement($"{owner.Name}.{name}($0);", w.Action(f, 3)));
    }

    /// <summary>Keeps what it is given, and calls what was kept before.</summary>
    private void WriteStoring()
    {
        string name = NewName("Keep");
        string parameter = NewName("code");
        (Node before, _, double cost) = Body(_tools, true, ReturnKind.Void);
        string keep = Dice.Below(3) switch
        {
            0 => $"Store.All.Add({parameter});",
            1 => $"O.Use(0);\nStore.Later?.Invoke();\nStore.Later = {parameter};",
            _ => $"Store.Later = {parameter};",
        };
        _tools.Members.Add(Declaring(name, $"internal static void {name}(Action {parameter})\n{{\n$0\n{keep}\n}}", before));
        Add(name, Constructs.StoredByCallee, cost + 10, (w, f) => BodyWriter.Statement($"Tools.{name}($0);", w.Action(f, 3)));
    }

    private void WriteReturnedDelegate()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Make");
        (Node before, _, double cost) = Body(owner, true, ReturnKind.None);
        var writer = new BodyWriter(this, owner, isStatic: true);
        Node lambda = writer.Lambda(new Flow(ReturnKind.Void));
        owner.Members.Add(Declaring(name, $"internal static Action {name}()\n{{\n$0\nreturn $1;\n}}", before, lambda));
        Add(name, Constructs.ReturnedDelegate, cost + writer.Cost, (w, _) => Dice.Below(3) switch
        {
            0 => BodyWriter.Statement($"{owner.Name}.{name}();"),
            1 => BodyWriter.Statement($"Task.Run({owner.Name}.{name}());"),
            _ => BodyWriter.Statement($"{owner.Name}.{name}()();"),
        });
    }

    /// <summary>Returns a pausing scope, always or sometimes.</summary>
    private void WriteScopeHelper()
    {
        TypePlan owner = Owner(canBeStatic: true);
        string name = NewName("Quiesce");
        (Node before, _, double cost) = Body(owner, true, ReturnKind.None);
        string shape = Dice.Below(3) switch
        {
            0 => $"$0\nreturn O.Bit({NextSite()}) ? Machine.Vm.PauseScope() : null;",
            1 => "$0\nIDisposable scope = Machine.Vm.PauseScope();\nreturn scope;",
            _ => "$0\nreturn Machine.Vm.PauseScope();",
        };
        owner.Members.Add(Declaring(name, $"internal static IDisposable? {name}()\n{{\n{shape}\n}}", before));
        Add(name, Constructs.ScopeHelper, cost, (w, f) => Dice.Chance(70)
            ? BodyWriter.Statement($"using ({owner.Name}.{name}())\n{{\n$0\n}}", w.SmallBlock(f))
            : Local(w, "scope", local => $"{{\nIDisposable? {local} = {owner.Name}.{name}();\n$0\n{local}?.Dispose();\n}}", w.SmallBlock(f)));
    }

    private static Node Local(BodyWriter writer, string prefix, Func<string, string> text, Node child) => BodyWriter.Statement(text(writer.NewName(prefix)), child);

    private void WriteDisposable()
    {
        TypePlan type = NewType("Handle", Dice.Chance(70) ? "internal sealed partial class $ : IDisposable" : "internal ref partial struct $");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, false, ReturnKind.Void);
        type.Members.Add(Declaring(name, "public void Dispose()\n{\n$0\n}", block));
        bool isRefStruct = type.Header.Contains("ref", StringComparison.Ordinal);
        Add(name, Constructs.SourceDisposable, cost, (w, f) =>
            BodyWriter.Statement($"using (new {name}())\n{{\n$0\n}}", w.SmallBlock(isRefStruct ? f with { CanAwait = false, CanYield = false } : f)));
    }

    /// <summary>A class around a pausing scope: takes it when created, ends it when disposed of.</summary>
    private void WriteScopeClass()
    {
        TypePlan type = NewType("Quiet", "internal sealed partial class $ : IDisposable");
        string name = type.Name;
        (Node block, _, double cost) = Body(type, true, ReturnKind.Void);
        type.Members.Add(Member("private readonly IDisposable _inner;"));
        type.Members.Add(Declaring(name, $"internal {name}()\n{{\n_inner = Machine.Vm.PauseScope();\n$0\n}}", block));
        type.Members.Add(Declaring(name, "public void Dispose() => _inner.Dispose();"));
        Add(name, Constructs.ScopeField, cost, (w, f) => BodyWriter.Statement($"using (new {name}())\n{{\n$0\n}}", w.SmallBlock(f)));
    }

    /// <summary>A bool member that returns a test, and nothing else.</summary>
    private void WriteGuard()
    {
        string name = NewName("IsQuiet");
        int shape = Dice.Below(4);
        string text = shape switch
        {
            0 => $"internal static bool {name} => !Machine.Vm.IsRunning;",
            1 => $"internal static bool {name}()\n{{\nreturn Machine.Vm.IsPaused;\n}}",
            2 => $"internal static bool {name}() => Machine.Vm.IsPaused && O.Bit({NextSite()});",
            _ => $"internal static bool {name}(in MigrationContext context) => context.VcpusStopped;",
        };
        _tools.Members.Add(Declaring(name, text));
        Add(name, Constructs.GuardMember, 1, (_, f) => shape switch
        {
            0 => new Node(Sort.Bool, $"Tools.{name}"),
            3 => f.Context is null ? null : new Node(Sort.Bool, $"Tools.{name}({f.Context})"),
            _ => new Node(Sort.Bool, $"Tools.{name}()"),
        });
    }
}
