using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What the engine fills in for members a create request leaves out; members it does not know are dropped.</summary>
internal static class ContainerDefaults
{
    private const string ConfigText = """
        {"Hostname":"","Domainname":"","User":"","AttachStdin":false,"AttachStdout":false,"AttachStderr":false,"ExposedPorts":null,
        "Tty":false,"OpenStdin":false,"StdinOnce":false,"Env":[],"Cmd":null,"Healthcheck":null,"Image":"","Volumes":null,
        "WorkingDir":"","Entrypoint":null,"OnBuild":null,"Labels":{},"StopSignal":null,"StopTimeout":null,"MacAddress":null}
        """;

    private const string HostConfigText = """
        {"Binds":null,"ContainerIDFile":"","LogConfig":{"Type":"json-file","Config":{}},"NetworkMode":"bridge","PortBindings":{},
        "RestartPolicy":{"Name":"no","MaximumRetryCount":0},"AutoRemove":false,"VolumeDriver":"","VolumesFrom":null,"ConsoleSize":[0,0],
        "CapAdd":null,"CapDrop":null,"CgroupnsMode":"private","Dns":null,"DnsOptions":null,"DnsSearch":null,"ExtraHosts":null,"GroupAdd":null,
        "IpcMode":"private","Cgroup":"","Links":null,"OomScoreAdj":0,"PidMode":"","Privileged":false,"PublishAllPorts":false,
        "ReadonlyRootfs":false,"SecurityOpt":null,"Tmpfs":null,"UTSMode":"","UsernsMode":"","ShmSize":67108864,"Runtime":"runc","Isolation":"",
        "CpuShares":0,"Memory":0,"NanoCpus":0,"CgroupParent":"","BlkioWeight":0,"CpuPeriod":0,"CpuQuota":0,"CpuRealtimePeriod":0,
        "CpuRealtimeRuntime":0,"CpusetCpus":"","CpusetMems":"","Devices":null,"DeviceCgroupRules":null,"DeviceRequests":null,
        "MemoryReservation":0,"MemorySwap":0,"MemorySwappiness":null,"OomKillDisable":null,"PidsLimit":null,"Ulimits":null,
        "CpuCount":0,"CpuPercent":0,"IOMaximumIOps":0,"IOMaximumBandwidth":0,"Mounts":null,"Init":null,"MaskedPaths":[],"ReadonlyPaths":[]}
        """;

    /// <summary>Members that inspect leaves out while they have no value.</summary>
    private static readonly string[] Optional = ["Healthcheck", "StopSignal", "StopTimeout", "MacAddress", "Mounts", "Init", "Tmpfs", "ExposedPorts"];

    public static JsonObject Config(JsonObject sent) => Fill(ConfigText, sent);

    public static JsonObject HostConfig(JsonObject sent)
    {
        var config = Fill(HostConfigText, sent);
        var options = config["SecurityOpt"] as JsonArray ?? [];
        var sharesHost = (bool?)config["Privileged"] is true || (string?)config["PidMode"] is "host" || (string?)config["IpcMode"] is "host";
        if (sharesHost && !options.Any(option => ((string?)option ?? "").StartsWith("label=", StringComparison.Ordinal)))
            config["SecurityOpt"] = new JsonArray([.. options.Select(option => option?.DeepClone()), "label=disable"]);
        return config;
    }

    private static JsonObject Fill(string defaults, JsonObject sent)
    {
        var result = JsonNode.Parse(defaults)!.AsObject();
        foreach (var (member, value) in sent)
            if (value is not null && result.ContainsKey(member)) result[member] = value.DeepClone();
        foreach (var member in Optional)
            if (result.ContainsKey(member) && result[member] is null) result.Remove(member);
        if (result["RestartPolicy"] is JsonObject policy)
        {
            if ((string?)policy["Name"] is null or "") policy["Name"] = "no";
            policy["MaximumRetryCount"] ??= 0;
        }
        return result;
    }
}
