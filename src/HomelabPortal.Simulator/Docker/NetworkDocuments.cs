using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

internal static class NetworkDocuments
{
    public static JsonObject Settings(SimulatedContainer container)
    {
        var isRunning = container.IsRunning;
        var ports = new JsonObject();
        if (isRunning)
            foreach (var group in container.Published().GroupBy(published => published.Port))
                ports[group.Key] = new JsonArray([.. group.Select(published => (JsonNode)new JsonObject
                {
                    ["HostIp"] = published.HostAddress, ["HostPort"] = published.HostPort,
                })]);
        return new JsonObject
        {
            ["Bridge"] = "",
            ["SandboxID"] = isRunning ? StableId.Hex("sandbox/" + container.Id, 64) : "",
            ["SandboxKey"] = isRunning ? "/run/docker/netns/" + StableId.Hex("sandbox/" + container.Id, 12) : "",
            ["Ports"] = ports,
            ["Networks"] = Networks(container),
        };
    }

    public static JsonObject Networks(SimulatedContainer container)
    {
        var name = (string)container.HostConfig["NetworkMode"]!;
        if (name is "default") name = "bridge";
        var hasAddress = container.IsRunning && name is not ("host" or "none");
        return new JsonObject
        {
            [name] = new JsonObject
            {
                ["IPAMConfig"] = null,
                ["Links"] = null,
                ["Aliases"] = null,
                ["MacAddress"] = hasAddress ? "02:42:ac:11:00:02" : "",
                ["DriverOpts"] = null,
                ["GwPriority"] = 0,
                ["NetworkID"] = StableId.Hex("network/" + name, 64),
                ["EndpointID"] = hasAddress ? StableId.Hex("endpoint/" + container.Id, 64) : "",
                ["Gateway"] = hasAddress ? "172.17.0.1" : "",
                ["IPAddress"] = hasAddress ? container.Address : "",
                ["IPPrefixLen"] = hasAddress ? 16 : 0,
                ["IPv6Gateway"] = "",
                ["GlobalIPv6Address"] = "",
                ["GlobalIPv6PrefixLen"] = 0,
                ["DNSNames"] = null,
            },
        };
    }
}
