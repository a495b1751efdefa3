namespace NotifierGen.Pages.Records;

/// <summary>Makes a record of the events of the EventSource "NotifierGen", in the order of time: of the migration that began last.</summary>
internal sealed class EventHistory
{
    private static readonly string[] s_handler = ["device", "handler", "migrationEvent", "phase", "microseconds", "budgetMicroseconds"];
    private static readonly string[] s_fault = ["handler", "exception"];
    private static readonly string[] s_refusal = ["handler", "reason"];

    private HandlerCalls _calls = new();
    private List<RecordedMark> _marks = [];
    private double? _begin;
    private string _mode = "";
    private string _session = "";
    private string _outcome = "";
    private bool _isAny;

    /// <summary>Takes an event.</summary>
    /// <param name="kind">Its name.</param>
    /// <param name="time">When, in microseconds since whenever.</param>
    /// <param name="argument">Its arguments by name; empty for those that it has not.</param>
    public void Add(string kind, double time, Func<string, string> argument)
    {
        if (kind == "MigrationStart")
        {
            (_calls, _marks, _begin, _outcome) = (new HandlerCalls(), [], time, "");
            _session = argument("session");
            _mode = argument("mode");
        }

        _begin ??= time;
        double at = Math.Max(time - _begin.Value, 0);
        string[] names = kind switch
        {
            "HandlerFault" => s_fault,
            "SetupRefused" => s_refusal,
            _ => s_handler,
        };
        _isAny |= _calls.Add(kind, at, index => index < names.Length ? argument(names[index]) : "") || kind is "MigrationStart" or "MigrationStop";
        if (kind == "MigrationStop")
        {
            _outcome = argument("outcome");
            _marks.Add(new RecordedMark(at, IsFailure(_outcome), $"the migration ends: {_outcome}"));
        }
    }

    /// <summary>The record; null: not one of the events told of a migration.</summary>
    /// <param name="name">The file's name.</param>
    public MigrationRecord? ToRecord(string name) => !_isAny ? null : new MigrationRecord
    {
        Title = _session.Length > 0 ? $"session {_session} in {name}" : name,
        Mode = _mode,
        Outcome = _outcome,
        Failed = IsFailure(_outcome),
        Handlers = [.. _calls.Ended],
        Marks = [.. _marks],
    };

    private static bool IsFailure(string outcome) => outcome is "Failed" or "Refused";
}
