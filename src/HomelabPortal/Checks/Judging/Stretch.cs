namespace HomelabPortal.Checks.Judging;

/// <summary>A stretch of five minutes, by the minute it begins with since 1970.</summary>
internal readonly record struct Stretch(long StartMinute)
{
    public const int Minutes = 5;

    public DateTimeOffset From => DateTimeOffset.FromUnixTimeSeconds(StartMinute * 60);

    public DateTimeOffset To => From.AddMinutes(Minutes);

    public static Stretch At(DateTimeOffset moment) => new(moment.ToUnixTimeSeconds() / 60 / Minutes * Minutes);
}
