using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Checks;

/// <summary>What a check asks of what.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HttpQuestion), "http")]
[JsonDerivedType(typeof(TcpQuestion), "tcp")]
[JsonDerivedType(typeof(TlsQuestion), "tls")]
[JsonDerivedType(typeof(DnsQuestion), "dns")]
[JsonDerivedType(typeof(PingQuestion), "ping")]
public abstract record CheckQuestion
{
    /// <summary>What is asked, in a few words: "https://nas.lan/", "10.0.0.2:5432".</summary>
    [JsonIgnore]
    public abstract string Target { get; }
}
