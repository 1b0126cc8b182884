using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Running;

/// <summary>One thing to be asked again and again, whether somebody wants it or it follows from a name of the lab.</summary>
/// <param name="Question">Null for derived ones, whose kind and host say all.</param>
internal sealed record CheckTask(string Id, string Name, string Group, CheckKind Kind, string Target, CheckQuestion? Question)
{
    public string Host { get; init; } = "";

    public CheckSeverity Severity { get; init; } = CheckSeverity.Critical;

    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public int DownAfter { get; init; } = 3;

    public int UpAfter { get; init; } = 2;

    public bool IsOff { get; init; }

    public bool IsDerived => Question is null;

    /// <summary>Both ask the same, and both or neither of them at all.</summary>
    public bool AsksAs(CheckTask other) => Question == other.Question && IsOff == other.IsOff;

    public static CheckTask Of(DesiredCheck check) => new(check.Id, check.Name, check.Group, CheckKinds.Of(check.Question), check.Question.Target, check.Question)
    {
        Severity = check.Severity,
        Interval = TimeSpan.FromSeconds(check.IntervalSeconds),
        Timeout = TimeSpan.FromSeconds(check.TimeoutSeconds),
        DownAfter = check.DownAfter,
        UpAfter = check.UpAfter,
        IsOff = check.IsPaused,
    };
}
