using System.Globalization;

namespace HomelabPortal.Access.Record;

/// <summary>How long the audit is kept.</summary>
/// <param name="Days">Null keeps it for ever.</param>
public readonly record struct RecordRetention(int? Days)
{
    public const int Least = 30;
    public const int Most = 3650;
    private const string Forever = "forever";

    public static RecordRetention Default { get; } = new(365);

    /// <summary>Null when the text is neither "forever" nor a number of days within the bounds.</summary>
    public static RecordRetention? Parse(string? text)
    {
        if (text == Forever)
            return new RecordRetention(null);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= Least and <= Most ? new RecordRetention(days) : null;
    }

    /// <summary>What is older may go; null when nothing may.</summary>
    public DateTimeOffset? HorizonAt(DateTimeOffset now) => Days is { } days ? now.AddDays(-days) : null;

    public string Words => Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : "for ever";

    public override string ToString() => Days?.ToString(CultureInfo.InvariantCulture) ?? Forever;
}
