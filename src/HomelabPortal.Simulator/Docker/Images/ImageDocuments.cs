using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>An image as list and inspect show it.</summary>
internal static class ImageDocuments
{
    public static JsonObject Summary(DockerState host, SimulatedImage image, bool counts) => new()
    {
        ["Containers"] = counts ? host.Containers.Count(container => container.ImageId == image.Id) : -1,
        ["Created"] = (image.MadeAt ?? host.Time.GetUtcNow().AddDays(-20)).ToUnixTimeSeconds(),
        ["Id"] = image.Id,
        ["Labels"] = null,
        ["ParentId"] = "",
        ["RepoDigests"] = Digests(host, image),
        ["RepoTags"] = Tags(host, image),
        ["SharedSize"] = counts ? 0 : -1,
        ["Size"] = image.Bytes,
    };

    public static JsonObject Details(DockerState host, SimulatedImage image, string name) => new()
    {
        ["Id"] = image.Id,
        ["RepoTags"] = Tags(host, image),
        ["RepoDigests"] = Digests(host, image),
        ["Created"] = EngineTime.Text(image.MadeAt ?? host.Time.GetUtcNow().AddDays(-20)),
        ["Parent"] = "",
        ["Comment"] = "",
        ["DockerVersion"] = "",
        ["Author"] = "",
        ["Architecture"] = "amd64",
        ["Os"] = "linux",
        ["Size"] = image.Bytes,
        ["GraphDriver"] = new JsonObject { ["Data"] = new JsonObject(), ["Name"] = "overlay2" },
        ["RootFS"] = new JsonObject { ["Type"] = "layers", ["Layers"] = new JsonArray([.. RegistryContent.Layers(name, image.Id).Select(layer => (JsonNode)$"sha256:{StableId.Hex(layer.Id, 64)}")]) },
        ["Metadata"] = new JsonObject { ["LastTagTime"] = EngineTime.Never },
        ["Config"] = new JsonObject
        {
            ["Cmd"] = new JsonArray("sh"), ["Entrypoint"] = null, ["Env"] = new JsonArray("PATH=/usr/local/bin:/usr/bin:/bin"), ["Labels"] = null, ["OnBuild"] = null, ["User"] = "",
            ["Volumes"] = image.Volumes.Count == 0 ? null : new JsonObject(image.Volumes.Select(path => KeyValuePair.Create(path, (JsonNode?)new JsonObject()))), ["WorkingDir"] = "",
        },
    };

    private static JsonArray Tags(DockerState host, SimulatedImage image) => new([.. host.Images.NamesOf(image.Id).Where(name => !name.Contains('@')).Select(name => (JsonNode)name)]);

    private static JsonArray Digests(DockerState host, SimulatedImage image) =>
        new([.. host.Images.NamesOf(image.Id).Where(name => name.Contains('@')).Select(name => (JsonNode)name)]);
}
