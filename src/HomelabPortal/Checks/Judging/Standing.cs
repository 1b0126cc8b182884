using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Judging;

/// <summary>What is remembered between tries to tell an outage from a single failure.</summary>
/// <param name="IsOut">An outage was confirmed and has not ended.</param>
/// <param name="FirstFail">When the present row of failures began; null while there is none.</param>
/// <param name="Since">Since when it is up or down.</param>
internal sealed record Standing(Verdict Last, bool IsOut, int Fails, int Answers, DateTimeOffset? FirstFail, DateTimeOffset? Since)
{
    /// <summary>When the outages of the last hour began.</summary>
    public ValueList<DateTimeOffset> Begins { get; init; } = [];

    /// <summary>When the present row of answers began, while an outage goes on.</summary>
    public DateTimeOffset? AnswersFrom { get; init; }

    public static Standing New { get; } = new(Verdict.Unknown, false, 0, 0, null, null);

    /// <summary>After a restart, an outage that was going on still is.</summary>
    public static Standing OutSince(DateTimeOffset since) => New with { IsOut = true, Since = since, Begins = [since] };

    public CheckPhase Phase => (Last, IsOut) switch
    {
        (Verdict.Unknown, _) => CheckPhase.Unknown,
        (_, true) => CheckPhase.Down,
        (Verdict.Down, false) => CheckPhase.Failing,
        _ => CheckPhase.Up,
    };
}
