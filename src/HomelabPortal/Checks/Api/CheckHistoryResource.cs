using HomelabPortal.Checks.Judging;
using HomelabPortal.Checks.Keeping;

namespace HomelabPortal.Checks.Api;

/// <summary>The history of a check, oldest first; steps in which it was not asked are left out.</summary>
internal sealed record CheckHistoryResource(string Range, int StepSeconds, IReadOnlyList<CheckPointResource> Points)
{
    public static CheckHistoryResource Of(CheckRange range, CheckHistory history) => new(
        range.Key, (int)history.Step.TotalSeconds,
        [.. history.Points.Select((point, index) => point is { } tally ? Of(history.From + (history.Step * index), tally) : null).OfType<CheckPointResource>()]);

    private static CheckPointResource Of(DateTimeOffset at, Tally tally) => new(
        at, tally.Uptime.Share, tally.Uptime.Known.TotalSeconds, tally.Tries, tally.Fails,
        tally.Answers > 0 ? tally.TookUs / 1000.0 / tally.Answers : null, tally.Answers > 0 ? tally.LeastUs / 1000.0 : null, tally.Answers > 0 ? tally.MostUs / 1000.0 : null);
}
