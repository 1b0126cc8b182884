using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab;

/// <summary>The Docker hosts beside the cluster, with their containers as they have run for days.</summary>
internal static class ReferenceDocker
{
    public static IReadOnlyList<DockerState> Create(TimeProvider time, bool isFull = true, IReadOnlyList<DockerHostFacts>? hosts = null) =>
    [
        .. (hosts ?? LabContainers.Hosts).Select(facts =>
        {
            var host = new DockerState(facts, time);
            host.Images.Add("lab/busybox:1");
            foreach (var container in LabContainers.All.Where(container => isFull && container.Host == facts.Name)) Add(host, container, time);
            // Somebody published since then.
            foreach (var image in LabContainers.All.Where(container => isFull && container.Host == facts.Name && container.Image.Contains("open-webui", StringComparison.Ordinal)).Select(container => container.Image).Distinct())
                host.Registry.Publish(image, madeAt: time.GetUtcNow().AddDays(-2));
            if (isFull) host.Images.Add("ollama/ollama:0.11.4");
            if (isFull) host.Volumes.Add("stable-diffusion-models");
            // The containers have run for days: how they came to be is long forgotten.
            host.Events.Forget();
            return host;
        }),
    ];

    private static void Add(DockerState host, LabContainer row, TimeProvider time)
    {
        host.Images.Add(row.Image, host.Registry.Find(row.Image, null, null));
        var container = host.Create(row.Name, Request(row));
        var now = time.GetUtcNow();
        if (row.ExitCode is null) ContainerLife.Start(host, container);
        container.Backdate(now.AddHours(-row.AgeHours), row.ExitCode, now.AddHours(-5));
        container.HasLostGpu = row.HasLostGpu;
        if (container.Health is not null) container.Health = "healthy";
        var lines = row.Log.Count;
        for (var i = 0; i < lines; i++)
            container.Logs.Write(new LogEntry(now.AddMinutes(-4 * (lines - i)), IsError: row.Log[i].StartsWith("E ", StringComparison.Ordinal), row.Log[i]));
    }

    private static JsonObject Request(LabContainer row)
    {
        var labels = new JsonObject();
        foreach (var (key, value) in row.Labels) labels[key] = value;
        var hostConfig = new JsonObject
        {
            ["RestartPolicy"] = new JsonObject { ["Name"] = row.ExitCode is null ? "unless-stopped" : "no" },
            ["Binds"] = new JsonArray([.. row.Binds.Select(bind => (JsonNode)bind)]),
        };
        if (row.Port is { } port)
            hostConfig["PortBindings"] = new JsonObject { [$"{port}/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = "", ["HostPort"] = port.ToString() }) };
        if (row.Devices.Count > 0)
            hostConfig["Devices"] = new JsonArray([.. row.Devices.Select(path => (JsonNode)new JsonObject { ["PathOnHost"] = path, ["PathInContainer"] = path, ["CgroupPermissions"] = "rwm" })]);
        if (row.UsesGpu)
            hostConfig["DeviceRequests"] = new JsonArray(new JsonObject
            {
                ["Driver"] = "nvidia", ["Count"] = -1, ["DeviceIDs"] = null, ["Capabilities"] = new JsonArray(new JsonArray("gpu")), ["Options"] = new JsonObject(),
            });
        var request = new JsonObject
        {
            ["Image"] = row.Image,
            ["Cmd"] = new JsonArray([.. row.Command.Select(word => (JsonNode)word)]),
            ["Env"] = new JsonArray([.. row.Environment.Select(pair => (JsonNode)pair)]),
            ["Labels"] = labels,
            ["HostConfig"] = hostConfig,
        };
        if (row.Port is { } exposed) request["ExposedPorts"] = new JsonObject { [$"{exposed}/tcp"] = new JsonObject() };
        if (row.HealthUrl is { } url)
            request["Healthcheck"] = new JsonObject
            {
                ["Test"] = new JsonArray("CMD-SHELL", $"curl -fsS {url} || exit 1"), ["Interval"] = 30_000_000_000, ["Timeout"] = 5_000_000_000, ["Retries"] = 3,
            };
        return request;
    }
}
