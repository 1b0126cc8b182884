using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Where the next page starts. Opaque to clients.</summary>
/// <param name="ResourceVersion">-1 continues in whatever is there now.</param>
/// <param name="Start">The key of the last item already sent.</param>
internal sealed record ContinueToken(long ResourceVersion, string Start)
{
    public const long Inconsistent = -1;

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject { ["v"] = "meta.k8s.io/v1", ["rv"] = ResourceVersion, ["start"] = Start }, SimulatorJson.Options));

    /// <exception cref="StatusException">400 when it is not one of ours.</exception>
    public static ContinueToken Parse(string text)
    {
        try
        {
            var json = JsonNode.Parse(Base64Url.DecodeFromChars(text)) as JsonObject;
            return (json?["rv"], json?["start"]) is ({ } version, { } start)
                ? new ContinueToken((long)version, (string)start!)
                : throw new FormatException("it lacks a member");
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            throw Statuses.BadRequest($"continue key is not valid: {problem.Message}");
        }
    }
}
