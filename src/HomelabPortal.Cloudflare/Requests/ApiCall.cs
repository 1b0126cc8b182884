namespace HomelabPortal.Cloudflare;

/// <summary>One call: its address, and the words that errors about it use.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Path and query, relative to the base address.</param>
/// <param name="What">Completes "Cloudflare refused to …".</param>
/// <param name="Permission">The permission it needs; null for checks of the token itself.</param>
internal sealed record ApiCall(HttpMethod Method, string Path, string What, string? Permission)
{
    /// <summary>JSON to send, if any.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The form of the answer.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>The published schema of a record's deletion answers without the usual members.</summary>
    public bool MayOmitSuccess => Method == HttpMethod.Delete;

    /// <summary>Some lists of Access come whole and without a count; then the one page is all there is.</summary>
    public bool MayOmitTotal { get; init; }

    /// <summary>Nothing is to be told, so the answer may hold nothing.</summary>
    public bool MayOmitResult { get; init; }

    public static string Query(IEnumerable<(string Name, string Value)> parameters) =>
        "?" + string.Join('&', parameters.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
}
