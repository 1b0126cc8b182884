using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Tests.Gpu.Containers.Checking;

/// <summary>
/// Reads what Docker would be sent and says how it opens the host, without a word of the code under test:
/// whatever member is not known to be harmless counts as harm.
/// </summary>
internal static partial class HostAccess
{
    private static readonly HashSet<string> _harmless =
    [
        "Image", "Cmd", "Entrypoint", "Env", "Labels", "ExposedPorts", "Healthcheck", "HostConfig",
        "HostConfig.RestartPolicy", "HostConfig.Memory", "HostConfig.NanoCpus", "HostConfig.ShmSize", "HostConfig.LogConfig",
    ];

    public static IReadOnlyList<string> Of(JsonObject spec, IReadOnlyCollection<string> roots)
    {
        var found = new List<string>();
        foreach (var (name, value) in spec.Where(member => member.Value is not null && !_harmless.Contains(member.Key)))
            found.Add($"{name} is {value!.ToJsonString()}");
        foreach (var (name, value) in (spec["HostConfig"] as JsonObject ?? []).Where(member => member.Value is not null))
            found.AddRange(InHostConfig(name, value!, roots).Select(why => $"{name}: {why}"));
        return found;
    }

    private static IEnumerable<string> InHostConfig(string name, JsonNode value, IReadOnlyCollection<string> roots) => name switch
    {
        "Binds" => Texts(value).Where(bind => !IsHarmlessBind(bind, roots)),
        "NetworkMode" => Network().IsMatch((string)value!) && (string)value! != "host" ? [] : [(string)value!],
        "Devices" => value.AsArray().Select(device => (string)device!["PathOnHost"]!).Where(path => !GpuFile().IsMatch(path)),
        "DeviceRequests" => value.AsArray().SelectMany(request => Requested(request!.AsObject())),
        "Runtime" => (string)value! is "nvidia" ? [] : [(string)value!],
        "PortBindings" => value.AsObject().SelectMany(port => port.Value!.AsArray()).Where(binding => (string?)binding!["HostIp"] is null or "").Select(_ => "an address left open"),
        _ => _harmless.Contains($"HostConfig.{name}") ? [] : [value.ToJsonString()],
    };

    private static IEnumerable<string> Requested(JsonObject request) => (string?)request["Driver"] switch
    {
        "nvidia" => Texts(request["DeviceIDs"]).Where(id => !GpuName().IsMatch(id)),
        "cdi" => Texts(request["DeviceIDs"]).Where(id => !id.StartsWith("nvidia.com/gpu=", StringComparison.Ordinal) || !GpuName().IsMatch(id["nvidia.com/gpu=".Length..])),
        var driver => [driver ?? "no driver"],
    };

    private static bool IsHarmlessBind(string bind, IReadOnlyCollection<string> roots)
    {
        var parts = bind.Split(':');
        if (parts.Length is < 2 or > 3 || (parts.Length == 3 && parts[2] != "ro"))
            return false;
        if (Volume().IsMatch(parts[0]))
            return true;
        // As the kernel would walk it.
        var walked = Path.GetFullPath(parts[0]);
        return walked == parts[0] && !walked.Contains("docker.sock", StringComparison.Ordinal)
            && roots.Any(root => walked == root || walked.StartsWith(root + "/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(JsonNode? array) => (array as JsonArray ?? []).Select(text => (string)text!);

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]*\z")]
    private static partial Regex Network();

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]*\z")]
    private static partial Regex Volume();

    [GeneratedRegex(@"\A/dev/(dri/[a-zA-Z0-9]+|nvidia[a-z0-9-]*|kfd)\z")]
    private static partial Regex GpuFile();

    [GeneratedRegex(@"\A(all|[0-9]+|(GPU|MIG)-[0-9a-fA-F-]+)\z")]
    private static partial Regex GpuName();
}
