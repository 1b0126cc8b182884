using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What <c>/version</c> and <c>/info</c> say about a host.</summary>
internal static class HostDocuments
{
    private const string BuildTime = "2026-09-15T11:02:57.000000000+00:00";

    public static JsonObject Version(DockerHostFacts facts) => new()
    {
        ["Platform"] = new JsonObject { ["Name"] = "Docker Engine - Community" },
        ["Components"] = new JsonArray(new JsonObject
        {
            ["Name"] = "Engine",
            ["Version"] = facts.EngineVersion,
            ["Details"] = new JsonObject
            {
                ["ApiVersion"] = facts.ApiVersion, ["Arch"] = "amd64", ["BuildTime"] = BuildTime, ["Experimental"] = "false", ["GitCommit"] = "89c5e8f",
                ["GoVersion"] = "go1.24.8", ["KernelVersion"] = facts.KernelVersion, ["MinAPIVersion"] = facts.MinApiVersion, ["Os"] = "linux",
            },
        }),
        ["Version"] = facts.EngineVersion,
        ["ApiVersion"] = facts.ApiVersion,
        ["MinAPIVersion"] = facts.MinApiVersion,
        ["GitCommit"] = "89c5e8f",
        ["GoVersion"] = "go1.24.8",
        ["Os"] = "linux",
        ["Arch"] = "amd64",
        ["KernelVersion"] = facts.KernelVersion,
        ["BuildTime"] = BuildTime,
    };

    public static JsonObject Info(DockerState host)
    {
        var facts = host.Facts;
        var containers = host.Containers;
        var runtimes = new JsonObject { ["runc"] = new JsonObject { ["path"] = "runc" } };
        if (facts.GpuDevices.Count > 0) runtimes["nvidia"] = new JsonObject { ["path"] = "nvidia-container-runtime" };
        var info = new JsonObject
        {
            ["ID"] = StableId.Uid("docker/" + facts.Name),
            ["Containers"] = containers.Count,
            ["ContainersRunning"] = containers.Count(container => container.IsRunning),
            ["ContainersPaused"] = containers.Count(container => container.Status is ContainerStatus.Paused),
            ["ContainersStopped"] = containers.Count(container => !container.IsRunning),
            ["Images"] = host.Images.Count,
            ["Driver"] = "overlay2",
            ["DriverStatus"] = new JsonArray(new JsonArray("Backing Filesystem", "extfs"), new JsonArray("Supports d_type", "true")),
            ["MemoryLimit"] = true,
            ["SwapLimit"] = true,
            ["PidsLimit"] = true,
            ["OomKillDisable"] = false,
            ["Debug"] = false,
            ["SystemTime"] = EngineTime.Text(host.Time.GetUtcNow()),
            ["LoggingDriver"] = "json-file",
            ["CgroupDriver"] = "systemd",
            ["CgroupVersion"] = "2",
            ["KernelVersion"] = facts.KernelVersion,
            ["OperatingSystem"] = facts.OperatingSystem,
            ["OSType"] = "linux",
            ["Architecture"] = facts.Architecture,
            ["NCPU"] = facts.Processors,
            ["MemTotal"] = facts.MemoryBytes,
            ["DockerRootDir"] = "/var/lib/docker",
            ["Name"] = facts.Name,
            ["Labels"] = new JsonArray(),
            ["ExperimentalBuild"] = false,
            ["ServerVersion"] = facts.EngineVersion,
            ["Runtimes"] = runtimes,
            ["DefaultRuntime"] = "runc",
            ["LiveRestoreEnabled"] = false,
            ["SecurityOptions"] = new JsonArray("name=seccomp,profile=builtin", "name=cgroupns"),
            ["CDISpecDirs"] = new JsonArray("/etc/cdi", "/var/run/cdi"),
            ["DiscoveredDevices"] = new JsonArray([.. facts.GpuDevices.Select(device => (JsonNode)new JsonObject { ["Source"] = "cdi", ["ID"] = device })]),
            ["Warnings"] = null,
        };
        if (!facts.KnowsDevices) foreach (var member in new[] { "CDISpecDirs", "DiscoveredDevices" }) info.Remove(member);
        return info;
    }
}
