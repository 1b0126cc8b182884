namespace HomelabPortal.Logins.Policies;

/// <summary>How long a login holds, as people say it.</summary>
internal static class SessionWords
{
    public static string Of(string? duration) => duration switch
    {
        null or "" => "24 h",
        "30m" => "30 min",
        "168h" => "7 days",
        "730h" => "a month",
        [.. var number, 'h'] => $"{number} h",
        [.. var number, 'm'] => $"{number} min",
        _ => duration,
    };
}
