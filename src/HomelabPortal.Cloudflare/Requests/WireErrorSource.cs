using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

/// <summary>Where in the request the fault is.</summary>
internal sealed record WireErrorSource([property: JsonPropertyName("pointer")] string? Field);
