using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Two secrets, so that there is something that must not be shown. What is in them opens nothing.</summary>
internal static class SecretObjects
{
    public static IEnumerable<JsonObject> All(DateTimeOffset now)
    {
        yield return Secret("databases", "postgres-credentials", "Opaque", now, ("username", "postgres"), ("password", StableId.Hex("postgres-password", 24)));
        yield return Secret("traefik", LabHouse.WildcardSecret, "kubernetes.io/tls", now, ("tls.crt", Long("tls-certificate", 22)), ("tls.key", Long("tls-key", 26)));
    }

    private static JsonObject Secret(string ns, string name, string type, DateTimeOffset now, params ReadOnlySpan<(string Key, string Value)> entries)
    {
        var data = new JsonObject();
        foreach (var (key, value) in entries) data[key] = Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
        var copy = new JsonObject { ["apiVersion"] = "v1", ["data"] = data.DeepClone(), ["kind"] = "Secret", ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = ns }, ["type"] = type };
        return Manifest.New("v1", "Secret", ns, name, now.AddDays(-402))
            .Annotated(("kubectl.kubernetes.io/last-applied-configuration", copy.ToJsonString() + "\n"))
            .With("type", type)
            .With("data", data);
    }

    private static string Long(string seed, int parts) => string.Concat(Enumerable.Range(0, parts).Select(part => StableId.Hex($"{seed}/{part}", 64)));
}
