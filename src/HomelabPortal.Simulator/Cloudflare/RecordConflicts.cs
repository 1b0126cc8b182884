using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>
/// Which records may share a name:
/// <code>
/// same type, name, content; same ttl and proxied   81058 identical
/// same type, name, content; other ttl or proxied   81057 exists
/// CNAME beside A, AAAA or another CNAME            81053
/// NS beside anything that is not NS                81056
/// everything else                                  allowed
/// </code>
/// </summary>
internal static class RecordConflicts
{
    private static readonly string[] Hosts = ["A", "AAAA", "CNAME"];

    public static void Check(IEnumerable<JsonObject> records, JsonObject candidate)
    {
        var type = (string)candidate["type"]!;
        foreach (var other in records)
        {
            if (Same(other, candidate, "id") || !Same(other, candidate, "name")) continue;
            var otherType = (string)other["type"]!;
            if (type == otherType && Same(other, candidate, "content"))
                throw JsonNode.DeepEquals(other["ttl"], candidate["ttl"]) && JsonNode.DeepEquals(other["proxied"], candidate["proxied"])
                    ? CloudflareErrors.IdenticalRecordExists()
                    : CloudflareErrors.RecordExists();
            if (Hosts.Contains(type) && Hosts.Contains(otherType) && (type is "CNAME" || otherType is "CNAME"))
                throw CloudflareErrors.AddressOrAliasExists();
            // The zone's own name always carries NS records next to others.
            if ((type is "NS") != (otherType is "NS") && otherType is not "SOA")
                throw CloudflareErrors.NameServersExist();
        }
    }

    private static bool Same(JsonObject left, JsonObject right, string member) => (string?)left[member] == (string?)right[member];
}
