using NotifierGen.Tests.Machine;

namespace NotifierGen.Tests.Sessions;

/// <summary>One path: what the host does, and what must be seen.</summary>
internal sealed record QemuPath(string Name, string Expected, Action<TestMachine> Host, bool Running = true);
