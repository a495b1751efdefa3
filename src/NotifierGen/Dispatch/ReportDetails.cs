namespace NotifierGen.Dispatch;

/// <summary>What there is to say of a dispatch, or of a step of a session, beside how long it took. Made when there is something.</summary>
internal sealed class ReportDetails
{
    public List<HandlerFault>? Faults { get; private set; }

    public List<HandlerTiming>? Timings { get; private set; }

    public List<HandlerTiming>? BudgetOverruns { get; private set; }

    public SetupRefusal? Refusal { get; set; }

    public void Add(HandlerFault fault) => (Faults ??= []).Add(fault);

    /// <summary>Adds what one dispatch says; a step of a session may be several.</summary>
    public void Add(List<HandlerTiming>? timings, List<HandlerTiming>? budgetOverruns)
    {
        Timings = Joined(Timings, timings);
        BudgetOverruns = Joined(BudgetOverruns, budgetOverruns);
    }

    private static List<HandlerTiming>? Joined(List<HandlerTiming>? earlier, List<HandlerTiming>? later)
    {
        if (earlier is null || later is null)
        {
            return earlier ?? later;
        }

        earlier.AddRange(later);
        return earlier;
    }
}
