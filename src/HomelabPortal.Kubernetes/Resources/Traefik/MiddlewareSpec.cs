using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>Which middleware it is; its settings are not kept.</summary>
[JsonConverter(typeof(MiddlewareSpecConverter))]
public sealed record MiddlewareSpec
{
    public static MiddlewareSpec Empty { get; } = new();

    /// <summary>The names of its settings, of which a valid middleware has one, such as "forwardAuth" or "redirectScheme".</summary>
    public IReadOnlyList<string> Kinds { get; init => field = CompactList.Of(value); } = [];
}
