using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Cloudflare;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ErrorEnvelope))]
[JsonSerializable(typeof(Envelope<TokenVerification>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<Zone>>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<DnsRecord>>))]
[JsonSerializable(typeof(Envelope<DnsRecord>))]
[JsonSerializable(typeof(Envelope<DnsRecordBatchResult>))]
[JsonSerializable(typeof(Envelope<IdResult>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<Tunnel>>))]
[JsonSerializable(typeof(Envelope<Tunnel>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<TunnelConnector>>))]
[JsonSerializable(typeof(Envelope<WireTunnelConfiguration>))]
[JsonSerializable(typeof(Envelope<JsonElement>))]
[JsonSerializable(typeof(NewDnsRecord))]
[JsonSerializable(typeof(DnsRecordPatch))]
[JsonSerializable(typeof(BatchBody))]
internal sealed partial class CloudflareJson : JsonSerializerContext
{
    /// <summary>
    /// Escapes only what JSON requires, so that text goes back as it came.
    /// Doubled members are refused at once: a raw document with one would fail later, in the caller's hands.
    /// </summary>
    public static CloudflareJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    });
}
