namespace HomelabPortal.Ui.Charts;

/// <summary>The time zone of who looks at the page, as their browser says it in a cookie; UTC until it did.</summary>
public sealed record ViewerZone(TimeZoneInfo Zone)
{
    public const string Cookie = "zone";
    private const int Longest = 64;

    public static ViewerZone Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>As people write it: "Europe/Berlin".</summary>
    public string Name => Zone.Id.Replace('_', ' ');

    /// <summary>A name that is none of a zone this machine knows is UTC. Only letters and what stands between them: it names a file of the system.</summary>
    public static ViewerZone Of(string? name) =>
        name is { Length: > 0 and <= Longest } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+' or '/') && char.IsAsciiLetter(name[0])
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new ViewerZone(zone)
            : Utc;
}
