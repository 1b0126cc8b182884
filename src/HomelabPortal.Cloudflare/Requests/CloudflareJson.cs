using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
[JsonSerializable(typeof(Envelope<WireNewTunnel>))]
[JsonSerializable(typeof(Envelope<string>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<AccessApplication>>))]
[JsonSerializable(typeof(Envelope<AccessApplication>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<AccessPolicy>>))]
[JsonSerializable(typeof(Envelope<AccessPolicy>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<AccessTag>>))]
[JsonSerializable(typeof(Envelope<AccessTag>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<AccessGroup>>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<IdentityProvider>>))]
[JsonSerializable(typeof(Envelope<IReadOnlyList<ServiceToken>>))]
[JsonSerializable(typeof(Envelope<AccessOrganization>))]
[JsonSerializable(typeof(NewAccessApplication))]
[JsonSerializable(typeof(NewAccessPolicy))]
[JsonSerializable(typeof(NewTunnelBody))]
[JsonSerializable(typeof(NewTagBody))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(int))]
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
