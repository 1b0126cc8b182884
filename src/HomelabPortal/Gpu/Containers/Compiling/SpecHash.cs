using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>
/// Pure: one short text for what a container is made from. Whoever wants another one wants another container.
/// <code>
/// image, command, variables, ports, volumes, devices, GPU, limits, check, labels, attempt   are part of it
/// running or stopped, lease, idle stop, how it came to be, updates, drift                         are not: they change without a new container
/// secret values                                                                             never: their names are, and a new value has a new name
/// </code>
/// </summary>
internal static class SpecHash
{
    private const int Letters = 32;

    /// <summary>Members that say how it is treated, not what it is.</summary>
    private static readonly string[] _outside = ["isStopped", "ignoresLease", "lease", "adoptedId", "isUnsafe", "updates", "leftDigests", "onDrift", "idleStopMinutes", "stoppedIdleMinutes"];

    public static string Of(DesiredContainer container)
    {
        var json = JsonNode.Parse(DesiredJson.Write(container))!.AsObject();
        foreach (var member in _outside)
            json.Remove(member);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(json))))[..Letters];
    }

    /// <summary>Members in the order of their names, so that the order in which they are declared means nothing; empty ones are left out.</summary>
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject json => "{" + string.Join(',', json
            .Where(member => !IsEmpty(member.Value))
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Key)}:{Canonical(member.Value)}")) + "}",
        JsonArray array => "[" + string.Join(',', array.Select(Canonical)) + "]",
        null => "null",
        _ => node.ToJsonString(),
    };

    /// <summary>A member that came later and was never set must not make every container anew.</summary>
    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject json => json.Count == 0,
        JsonValue value => value.GetValueKind() == JsonValueKind.False,
        _ => false,
    };
}
