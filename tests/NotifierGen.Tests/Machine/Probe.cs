namespace NotifierGen.Tests.Machine;

/// <summary>What every test device does in every handler: writes a line, then whatever the test asked for.</summary>
internal sealed class Probe(List<string> log, string name)
{
    public string Name { get; } = name;

    public Action<MigrationContext>? Acts { get; set; }

    public Func<MigrationContext, SetupResult>? Answers { get; set; }

    public void Called(string handler, in MigrationContext context)
    {
        log.Add($"{Name}.{handler}");
        Acts?.Invoke(context);
    }

    public SetupResult Asked(string handler, in MigrationContext context)
    {
        Called(handler, in context);
        return Answers?.Invoke(context) ?? SetupResult.Accept;
    }
}
