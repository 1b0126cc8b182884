using System.Collections.Immutable;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Checks.Keeping;

/// <summary>How far back a history looks, and how fine.</summary>
public sealed record CheckRange(string Key, string Words, TimeSpan Length, int StepMinutes)
{
    public static CheckRange Day { get; } = new("24h", "24 hours", TimeSpan.FromDays(1), 5);

    public static ImmutableArray<CheckRange> All { get; } =
    [
        Day, new("7d", "7 days", TimeSpan.FromDays(7), 60), new("30d", "30 days", TimeSpan.FromDays(30), 240), new("1y", "year", TimeSpan.FromDays(364), 2880),
    ];

    public Choice Choice => new(Key, Key);

    public static CheckRange? Find(string? key) => All.FirstOrDefault(range => range.Key == key);
}
