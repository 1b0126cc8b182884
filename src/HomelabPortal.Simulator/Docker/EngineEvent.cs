using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Something that happened to a container.</summary>
internal sealed record EngineEvent(DateTimeOffset At, string Action, string ContainerId, IReadOnlyDictionary<string, string> Attributes)
{
    public JsonObject Document()
    {
        var attributes = new JsonObject();
        foreach (var (key, value) in Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) attributes[key] = value;
        return new JsonObject
        {
            ["status"] = Action,
            ["id"] = ContainerId,
            ["from"] = Attributes["image"],
            ["Type"] = "container",
            ["Action"] = Action,
            ["Actor"] = new JsonObject { ["ID"] = ContainerId, ["Attributes"] = attributes },
            ["scope"] = "local",
            ["time"] = At.ToUnixTimeSeconds(),
            ["timeNano"] = (At - DateTimeOffset.UnixEpoch).Ticks * 100,
        };
    }
}
