using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomelabPortal.Access.Providers;

/// <summary>What a provider gave to ask about the person again.</summary>
/// <param name="Refresh">Null when it gave none.</param>
internal sealed partial record ProviderTokens(string Access, string? Refresh)
{
    /// <summary>The id token of the answer: good for looking at once, and not kept.</summary>
    [JsonIgnore]
    public string? Identity { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Default.ProviderTokens);

    public static ProviderTokens? FromJson(string json) => JsonSerializer.Deserialize(json, Json.Default.ProviderTokens);

    /// <summary>The tokens stay out of logs, also when the record is printed.</summary>
    public override string ToString() => "tokens";

    [JsonSerializable(typeof(ProviderTokens))]
    private sealed partial class Json : JsonSerializerContext;
}
