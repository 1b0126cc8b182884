using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>A container as list and inspect show it.</summary>
internal static class ContainerDocuments
{
    public static JsonObject Summary(SimulatedContainer container, ImageShelf images, DateTimeOffset now) => new()
    {
        ["Id"] = container.Id,
        ["Names"] = new JsonArray("/" + container.Name),
        // A name that means another image by now, or none, is shown as the id.
        ["Image"] = images.Find(container.Image)?.Id == container.ImageId ? container.Image : container.ImageId,
        ["ImageID"] = container.ImageId,
        ["Command"] = string.Join(' ', container.Command.Select(Quoted)),
        ["Created"] = container.Created.ToUnixTimeSeconds(),
        ["Ports"] = Ports(container),
        ["Labels"] = container.Config["Labels"]!.DeepClone(),
        ["State"] = State(container),
        ["Status"] = StatusText.Of(container, now),
        ["HostConfig"] = new JsonObject { ["NetworkMode"] = container.HostConfig["NetworkMode"]!.DeepClone() },
        ["NetworkSettings"] = new JsonObject { ["Networks"] = NetworkDocuments.Networks(container) },
        ["Mounts"] = MountDocuments.Of(container),
    };

    public static JsonObject Details(SimulatedContainer container)
    {
        var folder = "/var/lib/docker/containers/" + container.Id;
        var command = container.Command.ToList();
        return new JsonObject
        {
            ["Id"] = container.Id,
            ["Created"] = EngineTime.Text(container.Created),
            ["Path"] = command.FirstOrDefault() ?? "",
            ["Args"] = new JsonArray([.. command.Skip(1).Select(word => (JsonNode)word)]),
            ["State"] = StateDetails(container),
            ["Image"] = container.ImageId,
            ["ResolvConfPath"] = folder + "/resolv.conf",
            ["HostnamePath"] = folder + "/hostname",
            ["HostsPath"] = folder + "/hosts",
            ["LogPath"] = $"{folder}/{container.Id}-json.log",
            ["Name"] = "/" + container.Name,
            ["RestartCount"] = container.RestartCount,
            ["Driver"] = "overlay2",
            ["Platform"] = "linux",
            ["MountLabel"] = "",
            ["ProcessLabel"] = "",
            ["AppArmorProfile"] = "",
            ["ExecIDs"] = null,
            ["HostConfig"] = container.HostConfig.DeepClone(),
            ["GraphDriver"] = new JsonObject { ["Data"] = new JsonObject(), ["Name"] = "overlay2" },
            ["Mounts"] = MountDocuments.Of(container),
            ["Config"] = container.Config.DeepClone(),
            ["NetworkSettings"] = NetworkDocuments.Settings(container),
        };
    }

    public static string State(SimulatedContainer container) => container.Status switch
    {
        ContainerStatus.Running => "running",
        ContainerStatus.Restarting => "restarting",
        ContainerStatus.Paused => "paused",
        ContainerStatus.Exited => "exited",
        _ => "created",
    };

    private static JsonObject StateDetails(SimulatedContainer container)
    {
        var state = new JsonObject
        {
            ["Status"] = State(container),
            ["Running"] = container.IsRunning,
            ["Paused"] = container.Status is ContainerStatus.Paused,
            ["Restarting"] = container.Status is ContainerStatus.Restarting,
            ["OOMKilled"] = container.WasOutOfMemory,
            ["Dead"] = false,
            ["Pid"] = container.ProcessId,
            ["ExitCode"] = container.ExitCode,
            ["Error"] = container.Error,
            ["StartedAt"] = EngineTime.Text(container.StartedAt),
            ["FinishedAt"] = EngineTime.Text(container.FinishedAt),
        };
        if (container.Health is { } health)
            state["Health"] = new JsonObject { ["Status"] = health, ["FailingStreak"] = container.FailingStreak, ["Log"] = new JsonArray([.. container.HealthRuns.Select(run => run.DeepClone())]) };
        return state;
    }

    private static JsonArray Ports(SimulatedContainer container)
    {
        if (!container.IsRunning) return [];
        return new JsonArray([.. container.Published().Select(published =>
        {
            var parts = published.Port.Split('/');
            var port = new JsonObject { ["IP"] = published.HostAddress, ["PrivatePort"] = int.Parse(parts[0]) };
            if (int.TryParse(published.HostPort, out var number)) port["PublicPort"] = number;
            port["Type"] = parts.Length > 1 ? parts[1] : "tcp";
            return (JsonNode)port;
        })]);
    }

    private static string Quoted(string word) => word.Contains(' ') ? $"'{word}'" : word;
}
