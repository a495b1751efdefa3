using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NotifierGen.Analyzers.Effects.Lowering;
using NotifierGen.Analyzers.Tests.Testing;

namespace NotifierGen.Analyzers.Tests.Effects.Lowering;

/// <summary>What NG1007 counts as blocking, operation by operation.</summary>
public sealed class BlockingCallsTests
{
    [Theory]
    [InlineData("Thread.Sleep(1);", "Thread.Sleep")]
    [InlineData("Thread.Sleep(delay);", "Thread.Sleep")]
    [InlineData("Thread.Sleep(TimeSpan.FromSeconds(1));", "Thread.Sleep")]
    [InlineData("Thread.Sleep(Timeout.Infinite);", "Thread.Sleep")]
    [InlineData("thread.Join();", "Thread.Join")]
    [InlineData("task.Wait();", "Task.Wait")]
    [InlineData("task.Wait(5);", "Task.Wait")]
    [InlineData("Task.WaitAll(task, number);", "Task.WaitAll")]
    [InlineData("_ = Task.WaitAny(task, number);", "Task.WaitAny")]
    [InlineData("_ = number.Result;", "Task.Result")]
    [InlineData("_ = value.Result;", "ValueTask.Result")]
    [InlineData("_ = Make().Result;", "Task.Result")]
    [InlineData("_ = number.GetAwaiter().GetResult();", "Task.GetAwaiter().GetResult")]
    [InlineData("task.ConfigureAwait(false).GetAwaiter().GetResult();", "Task.GetAwaiter().GetResult")]
    [InlineData("value.AsTask().GetAwaiter().GetResult();", "Task.GetAwaiter().GetResult")]
    [InlineData("value.ConfigureAwait(false).GetAwaiter().GetResult();", "ValueTask.GetAwaiter().GetResult")]
    [InlineData("awaiter.GetResult();", "TaskAwaiter.GetResult")]
    [InlineData("_ = new ValueTask<int>(number).Result;", "ValueTask.Result")]
    public void WaitingForAThreadOrATaskBlocks(string statement, string name) => Assert.Equal([name], Described(statement));

    [Theory]
    [InlineData("gate.WaitOne();", "ManualResetEvent.WaitOne")]
    [InlineData("((WaitHandle)gate).WaitOne(1);", "ManualResetEvent.WaitOne")]
    [InlineData("handle.WaitOne(TimeSpan.FromMilliseconds(1));", "WaitHandle.WaitOne")]
    [InlineData("WaitHandle.WaitAll([handle]);", "WaitHandle.WaitAll")]
    [InlineData("semaphore.Wait();", "SemaphoreSlim.Wait")]
    [InlineData("if (semaphore.Wait(0)) { semaphore.Wait(); }", "SemaphoreSlim.Wait")]
    [InlineData("new ManualResetEventSlim().Wait();", "ManualResetEventSlim.Wait")]
    [InlineData("new CountdownEvent(1).Wait(delay);", "CountdownEvent.Wait")]
    [InlineData("new Barrier(2).SignalAndWait();", "Barrier.SignalAndWait")]
    [InlineData("Monitor.Wait(this);", "Monitor.Wait")]
    [InlineData("SpinWait.SpinUntil(() => true);", "SpinWait.SpinUntil")]
    [InlineData("process.WaitForExit();", "Process.WaitForExit")]
    [InlineData("_ = new System.Collections.Concurrent.BlockingCollection<int>().Take();", "BlockingCollection.Take")]
    public void WaitHandlesAndSemaphoresBlock(string statement, string name) => Assert.Equal([name], Described(statement));

    [Theory]
    [InlineData("_ = File.ReadAllText(\"f\");", "File.ReadAllText")]
    [InlineData("File.Delete(\"f\");", "File.Delete")]
    [InlineData("_ = Directory.GetFiles(\"d\");", "Directory.GetFiles")]
    [InlineData("_ = new FileInfo(\"f\").OpenRead();", "FileInfo.OpenRead")]
    [InlineData("new FileInfo(\"f\").Delete();", "FileInfo.Delete")]
    [InlineData("_ = new FileStream(\"f\", FileMode.Open);", "new FileStream")]
    [InlineData("_ = new StreamWriter(\"f\");", "new StreamWriter")]
    [InlineData("_ = file.Read(new byte[1]);", "FileStream.Read")]
    [InlineData("file.Write(new byte[1], 0, 1);", "FileStream.Write")]
    [InlineData("file.Flush();", "FileStream.Flush")]
    [InlineData("file.CopyTo(stream);", "FileStream.CopyTo")]
    [InlineData("file.ReadExactly(new byte[1]);", "FileStream.ReadExactly")]
    [InlineData("((Stream)file).WriteByte(1);", "FileStream.WriteByte")]
    [InlineData("pipe.Flush();", "NamedPipeServerStream.Flush")]
    [InlineData("pipe.WaitForConnection();", "NamedPipeServerStream.WaitForConnection")]
    [InlineData("new System.IO.Pipes.NamedPipeClientStream(\"p\").Connect(10);", "NamedPipeClientStream.Connect")]
    [InlineData("_ = network.ReadByte();", "NetworkStream.ReadByte")]
    [InlineData("_ = socket.Receive(new byte[1]);", "Socket.Receive")]
    [InlineData("socket.Connect(\"host\", 1);", "Socket.Connect")]
    [InlineData("_ = socket.Accept();", "Socket.Accept")]
    [InlineData("_ = socket.Send(new byte[1]);", "Socket.Send")]
    [InlineData("_ = new TcpClient(\"host\", 1);", "new TcpClient")]
    [InlineData("new TcpClient().Connect(\"host\", 1);", "TcpClient.Connect")]
    [InlineData("_ = Dns.GetHostEntry(\"host\");", "Dns.GetHostEntry")]
    [InlineData("_ = http.Send(new HttpRequestMessage());", "HttpClient.Send")]
    public void SynchronousFilesSocketsPipesAndHttpBlock(string statement, string name) => Assert.Equal([name], Described(statement));

    [Theory]
    [InlineData("_ = Console.ReadLine();", "Console.ReadLine")]
    [InlineData("_ = Console.ReadKey();", "Console.ReadKey")]
    [InlineData("_ = Console.In.ReadLine();", "TextReader.ReadLine")]
    [InlineData("_ = process.StandardOutput.ReadToEnd();", "StreamReader.ReadToEnd")]
    public void ReadingTheConsoleOrAnotherProcessBlocks(string statement, string name) => Assert.Equal([name], Described(statement));

    [Theory]
    [InlineData("lock (this) { }")]
    [InlineData("Monitor.Enter(this); Monitor.Exit(this);")]
    [InlineData("Console.WriteLine(); Console.Out.Flush(); Console.Error.Write(1);")]
    [InlineData("Parallel.For(0, 1, _ => { });")]
    [InlineData("_ = Task.FromResult(1).Result;")]
    [InlineData("Task.CompletedTask.Wait();")]
    [InlineData("Task.CompletedTask.GetAwaiter().GetResult();")]
    [InlineData("_ = new ValueTask<int>(1).Result;")]
    [InlineData("Task.CompletedTask.ConfigureAwait(false).GetAwaiter().GetResult();")]
    [InlineData("_ = Task.Run(() => { }); _ = Task.WhenAll(task); _ = Task.Delay(1); _ = task.IsCompleted;")]
    [InlineData("_ = semaphore.WaitAsync(); _ = File.ReadAllTextAsync(\"f\"); _ = file.ReadAsync(new byte[1], 0, 1); _ = http.GetAsync(\"x\");")]
    [InlineData("_ = new FileInfo(\"f\").Name; _ = Directory.GetCurrentDirectory(); _ = Path.GetFullPath(\"f\");")]
    [InlineData("stream.Write(new byte[1]); new MemoryStream().Flush(); new StringReader(\"\").ReadLine(); new StreamReader(stream).Dispose();")]
    [InlineData("gate.Set(); semaphore.Release(); Thread.Yield(); Thread.SpinWait(10); new SpinWait().SpinOnce();")]
    public void WhatOnlySoundsLikeItDoesNot(string statements) => Assert.Empty(Described(statements));

    [Theory]
    [InlineData("Thread.Sleep(0);")]
    [InlineData("_ = task.Wait(0);")]
    [InlineData("_ = gate.WaitOne(0);")]
    [InlineData("_ = gate.WaitOne(TimeSpan.Zero);")]
    [InlineData("_ = gate.WaitOne(default(TimeSpan), false);")]
    [InlineData("_ = gate.WaitOne(TimeSpan.FromSeconds(0d));")]
    [InlineData("_ = semaphore.Wait(0);")]
    [InlineData("_ = thread.Join(0);")]
    [InlineData("_ = process.WaitForExit(0);")]
    [InlineData("_ = socket.Poll(0, SelectMode.SelectRead);")]
    public void ATimeoutOfZeroDoesNotWait(string statement) => Assert.Empty(Described(statement));

    [Theory]
    [InlineData("if (number.IsCompleted) _ = number.Result;")]
    [InlineData("if (number.IsCompletedSuccessfully && number.Result == 1) { }")]
    [InlineData("if (!number.IsCompleted) return; _ = number.Result;")]
    [InlineData("if (!number.IsCompleted) { delay++; return; } delay++; _ = number.Result;")]
    [InlineData("if (!number.IsCompleted) { } else { _ = number.Result; }")]
    [InlineData("if (number.Wait(0)) { _ = number.Result; }")]
    [InlineData("delay = this.number.IsCompleted ? this.number.Result : 0;")]
    [InlineData("_ = !number.IsCompleted || number.Result == 1;")]
    public void AFinishedTaskDoesNotBlock(string statements) => Assert.Empty(Described(statements));

    [Theory]
    [InlineData("number.Wait(); _ = number.Result;", "Task.Wait")]
    [InlineData("Task.WaitAll(task, number); _ = number.Result; task.Wait();", "Task.WaitAll")]
    public void OneWaitIsEnough(string statements, string name) => Assert.Equal([name], Described(statements));

    [Theory]
    [InlineData("if (!number.IsCompleted) _ = number.Result;")]
    [InlineData("if (task.IsCompleted) _ = number.Result;")]
    [InlineData("if (number.IsCompleted) { } _ = number.Result;")]
    [InlineData("if (number.IsCompleted || delay == 0) _ = number.Result;")]
    [InlineData("if (!number.IsCompleted) return; number = Make(); _ = number.Result;")]
    [InlineData("if (Make().IsCompleted) _ = Make().Result;")]
    public void ATestThatSaysNothingAboutTheTaskDoesNotHelp(string statements) => Assert.Equal(["Task.Result"], Described(statements));

    [Fact]
    public void OperationsOfAControlFlowGraphAreDescribedToo()
    {
        (SemanticModel model, MethodDeclarationSyntax method) = Compile("""
            if (number.IsCompleted) { delay = number.Result; }
            using (var opened = new FileStream("f", FileMode.Open)) { Thread.Sleep(delay > 0 ? 1 : 2); }
            """);
        var calls = new BlockingCalls(model.Compilation);
        ControlFlowGraph graph = ControlFlowGraph.Create(method, model, TestContext.Current.CancellationToken)!;

        IEnumerable<string?> described = graph.Blocks
            .SelectMany(block => block.Operations.SelectMany(operation => operation.DescendantsAndSelf()))
            .Select(calls.Describe)
            .Where(name => name is not null);

        Assert.Equal(["new FileStream", "Thread.Sleep"], described);
    }

    [Fact]
    public void AMethodInSourceIsWhatItsBodySays() => Assert.Empty(Described(
        "own.Sleep(1); own.Wait(); own.Flush();",
        "sealed class Own : MemoryStream { public void Sleep(int time) { } public void Wait() { } public override void Flush() { } }"));

    private static List<string> Described(string statements, string types = "sealed class Own { }")
    {
        (SemanticModel model, MethodDeclarationSyntax method) = Compile(statements, types);
        var calls = new BlockingCalls(model.Compilation);
        return [.. model.GetOperation(method, TestContext.Current.CancellationToken)!.Descendants().Select(calls.Describe).OfType<string>()];
    }

    private static (SemanticModel Model, MethodDeclarationSyntax Method) Compile(string statements, string types = "sealed class Own { }")
    {
        Compilation compilation = Library.Generate(
            "Device",
            $$"""
            using System.Diagnostics;
            using System.IO;
            using System.IO.Pipes;
            using System.Net;
            using System.Net.Http;
            using System.Net.Sockets;
            using System.Runtime.CompilerServices;
            using System.Threading;

            class Nic(Task task, Task<int> number, ValueTask<int> value, TaskAwaiter awaiter, Thread thread, Process process, Stream stream, HttpClient http,
                FileStream file, NetworkStream network, Socket socket, NamedPipeServerStream pipe, SemaphoreSlim semaphore, ManualResetEvent gate, WaitHandle handle, Own own)
            {
                private Task<int> number = number;
                private int delay;
                private Task<int> Make() => Task.Run(() => 1);
                void Run() { {{statements}} }
            }

            {{types}}
            """,
            OutputKind.DynamicallyLinkedLibrary,
            out _);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Device.cs");
        MethodDeclarationSyntax method = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.ValueText == "Run");
        return (compilation.GetSemanticModel(tree), method);
    }
}
