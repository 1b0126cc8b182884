namespace HomelabPortal.Access.Sessions;

/// <summary>
/// A browser's name for itself in words: "Firefox on Linux". Only for people to recognise their devices by, since any program can claim any name.
/// </summary>
internal static class ClientWords
{
    // The order matters: browsers name those they want to be taken for as well.
    private static readonly (string Mark, string Name)[] _browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Vivaldi", "Vivaldi"),
        ("FxiOS", "Firefox"), ("Firefox/", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] _systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string client) => (Find(_browsers, client), Find(_systems, client)) switch
    {
        ({ } browser, { } system) => $"{browser} on {system}",
        ({ } browser, null) => browser,
        (null, { } system) => $"A program on {system}",
        _ => "An unknown program",
    };

    public static bool IsPhone(string client) => Find(_systems, client) is "iPhone" or "iPad" or "Android";

    private static string? Find((string Mark, string Name)[] marks, string client) =>
        Array.Find(marks, mark => client.Contains(mark.Mark, StringComparison.Ordinal)).Name;
}
