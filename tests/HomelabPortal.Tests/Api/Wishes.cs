namespace HomelabPortal.Tests.Api;

/// <summary>Bodies of requests, each for a hostname of its own.</summary>
internal static class Wishes
{
    private static int _last;

    public static string NewHostname() => $"api{Interlocked.Increment(ref _last)}.cowlab.org";

    public static string Exposure(string hostname, int port = 8000, string visibility = "lan", string? confirm = null) =>
        $$"""{"hostname":"{{hostname}}","backend":{"kind":"address","address":"10.0.0.175","port":"{{port}}"},"visibility":"{{visibility}}"{{(confirm is null ? "" : $",\"confirm\":\"{confirm}\"")}}}""";

    public static string Record(string name, string type = "A", string content = "192.0.2.10") => $$"""{"name":"{{name}}","type":"{{type}}","content":"{{content}}"}""";
}
