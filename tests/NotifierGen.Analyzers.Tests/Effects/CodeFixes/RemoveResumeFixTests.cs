using NotifierGen.CodeFixes.Effects;
using static NotifierGen.Analyzers.Tests.Effects.CodeFixes.EffectFix<NotifierGen.CodeFixes.Effects.HandlerResumesVmCodeFix>;

namespace NotifierGen.Analyzers.Tests.Effects.CodeFixes;

/// <summary>NG1004's fix: the session starts the VM, the handler does not.</summary>
public sealed class RemoveResumeFixTests
{
    private const string Fix = nameof(RemoveResumeFix);

    [Fact]
    public Task TheStatementGoesAndCommentsStay() => Mends(
        Fix,
        Device("""
            Log("failed");

            // Let it go on.
            {|NG1004:_machine.Start()|}; // Now.

            Log("done");
            {|NG1004:_machine.StartAt(_numbers[0])|};
            Log("really");
            _maybe?{|NG1004:.Start()|};
            """),
        Device("""
            Log("failed");

            // Let it go on.
            // Now.

            Log("done");
            Log("really");
            """));

    [Fact]
    public Task WhereAStatementHasToBeAnEmptyOneIsLeft() => Mends(
        Fix,
        Device("""
            if (_numbers.Length > 1)
                {|NG1004:_machine.Start()|};
            else
            {
                {|NG1004:_machine.Start()|};
            }

            switch (_numbers.Length)
            {
                case 1:
                    {|NG1004:_machine.Start()|};
                    {|NG1004:_machine.Start()|};
                    break;
            }

            goto end;
            end:
            {|NG1004:_machine.Start()|};
            """),
        Device("""
            if (_numbers.Length > 1)
            {
            }
            else
            {
            }

            switch (_numbers.Length)
            {
                case 1:
                    break;
            }

            goto end;
            end:
            ;
            """));

    [Fact]
    public Task AHandlerThatDoesNothingElseIsEmpty() => Mends(
        Fix,
        """
        class Nic(IMachine machine)
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() => {|NG1004:machine.Start()|}; // Kept.

            [OnMigrationEvent(Failed, Order = 1)]
            public void OnFailedToo() { {|NG1004:machine.Start()|}; }
        }
        """,
        """
        class Nic(IMachine machine)
        {
            [OnMigrationEvent(Failed)]
            public void OnFailed() { } // Kept.

            [OnMigrationEvent(Failed, Order = 1)]
            public void OnFailedToo() { }
        }
        """);

    [Theory]
    [InlineData("int started = {|NG1004:_machine.StartAt(1)|};")]
    [InlineData("_numbers[0] = {|NG1004:_machine.StartAt(1)|};")]
    [InlineData("Log({|NG1004:_machine.StartAt(1)|}.ToString());")]
    [InlineData("if ({|NG1004:_machine.StartAt(1)|} == 1) { Log(\"started\"); }")]
    [InlineData("{|NG1004:_machine.StartAt(_numbers[0]++)|};")]
    [InlineData("{|NG1004:_machine.StartAt(int.Parse(\"1\"))|};")]
    [InlineData("{|NG1004:new List<int>().ForEach(number => _machine.StartAt(number))|};")]
    [InlineData("{|NG1004:new List<IMachine>().ForEach(StartOne)|};")]
    [InlineData("{|NG1004:StartOne(_machine)|};")]
    public Task WhatDoesMoreStays(string body) => IsNotOffered(Fix, Device(body));

    private static string Device(string body)
    {
        string indented = string.Join('\n', body.Split('\n').Select(line => line.Length == 0 ? line : "        " + line));
        return $$"""
            class Nic
            {
                private readonly int[] _numbers = new int[1];
                private readonly IMachine _machine = null!;
                private readonly IMachine? _maybe;

                [OnMigrationEvent(Failed, RequiresStoppedVm = true)]
                public void OnFailed()
                {
            {{indented}}
                }

                private void Log(string text) { }

                private void StartOne(IMachine machine) => machine.Start();
            }
            """;
    }
}
