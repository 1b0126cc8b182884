using System.Globalization;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Who gets which cards, and what the engine says at the start when they cannot be given.</summary>
internal static class GpuRules
{
    private const string All = "all";
    private const string DeviceKind = "nvidia.com/gpu=";

    public static void Check(DockerState host, SimulatedContainer container)
    {
        foreach (var request in Requests(container))
        {
            var driver = (string?)request["Driver"] ?? "";
            var ids = Ids(request);
            if (driver is "cdi")
            {
                if (host.Facts.GpuDevices.Count == 0 || !host.Facts.KnowsDevices) throw DockerErrors.NoGpuDriver(driver, "[]");
                var unknown = ids.Where(id => !host.Facts.GpuDevices.Contains(id)).ToList();
                if (unknown.Count > 0) throw DockerErrors.NoCdiDevice(string.Join(", ", unknown));
                continue;
            }
            if (host.Facts.GpuDevices.Count == 0 || driver is not ("" or "nvidia")) throw DockerErrors.NoGpuDriver(driver, "[[gpu]]");
            if (ids.Count > 0 && (int?)request["Count"] is not (null or 0)) throw DockerErrors.CountAndIds();
        }
        if (!Has(host, container)) return;
        if (host.DriverFault is not null) throw DockerErrors.HookFailed();
        if (Wanted(container).FirstOrDefault(wanted => wanted is not All && Find(host, wanted) is null) is { } missing) throw DockerErrors.NoSuchGpu(missing);
    }

    /// <summary>Whether a container is given a card when it starts.</summary>
    public static bool Has(DockerState host, SimulatedContainer container) => host.Gpus.Count > 0 && Wanted(container).Count > 0;

    /// <summary>The cards that a container sees, in the order of their numbers.</summary>
    public static IReadOnlyList<SimulatedGpu> Visible(DockerState host, SimulatedContainer container)
    {
        var wanted = Wanted(container);
        return wanted.Contains(All) ? host.Gpus : [.. host.Gpus.Where(gpu => wanted.Any(one => Find(host, one) == gpu))];
    }

    /// <summary>Numbers and UUIDs of cards as they were asked for, or "all". A number of cards means the first so many.</summary>
    private static List<string> Wanted(SimulatedContainer container)
    {
        var requested = Requests(container).SelectMany(request => (Ids(request), (int?)request["Count"]) switch
        {
            ({ Count: > 0 } ids, _) => ids.Select(id => id.StartsWith(DeviceKind, StringComparison.Ordinal) ? id[DeviceKind.Length..] : id),
            (_, > 0 and var count) => Enumerable.Range(0, count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
            _ => [All],
        }).ToList();
        return requested.Count > 0 || (string?)container.HostConfig["Runtime"] is not "nvidia" ? requested : [.. OfEnvironment(container)];
    }

    private static string[] OfEnvironment(SimulatedContainer container) =>
        (container.Config["Env"] as JsonArray ?? []).Select(variable => (string?)variable ?? "").LastOrDefault(text => text.StartsWith("NVIDIA_VISIBLE_DEVICES=", StringComparison.Ordinal)) is { } found
        && found.Split('=')[1] is not ("" or "void" or "none") and var visible ? visible.Split(',') : [];

    private static SimulatedGpu? Find(DockerState host, string wanted) =>
        int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? host.Gpus.ElementAtOrDefault(index) : host.Gpus.FirstOrDefault(gpu => gpu.Uuid == wanted);

    private static List<string> Ids(JsonObject request) => [.. (request["DeviceIDs"] as JsonArray ?? []).Select(id => (string?)id ?? "")];

    private static IEnumerable<JsonObject> Requests(SimulatedContainer container) =>
        (container.HostConfig["DeviceRequests"] as JsonArray ?? []).OfType<JsonObject>();
}
