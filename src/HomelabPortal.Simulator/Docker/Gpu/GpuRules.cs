using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Who gets a card, and what the engine says at the start when it cannot be given.</summary>
internal static class GpuRules
{
    public static void Check(DockerState host, SimulatedContainer container)
    {
        foreach (var request in Requests(container))
        {
            var driver = (string?)request["Driver"] ?? "";
            var ids = (request["DeviceIDs"] as JsonArray ?? []).Select(id => (string?)id ?? "").ToList();
            if (driver is "cdi")
            {
                if (host.Facts.GpuDevices.Count == 0) throw DockerErrors.NoGpuDriver(driver, "[]");
                var unknown = ids.Where(id => !host.Facts.GpuDevices.Contains(id)).ToList();
                if (unknown.Count > 0) throw DockerErrors.NoCdiDevice(string.Join(", ", unknown));
                continue;
            }
            if (host.Facts.GpuDevices.Count == 0 || driver is not ("" or "nvidia")) throw DockerErrors.NoGpuDriver(driver, "[[gpu]]");
            if (ids.Count > 0 && (int?)request["Count"] is not (null or 0)) throw DockerErrors.CountAndIds();
        }
        if (Has(host, container) && host.DriverFault is not null) throw DockerErrors.HookFailed();
    }

    /// <summary>Whether a container is given a card when it starts.</summary>
    public static bool Has(DockerState host, SimulatedContainer container) =>
        host.Gpus.Count > 0 && (Requests(container).Any() || (string?)container.HostConfig["Runtime"] is "nvidia" && SeesDevices(container));

    private static bool SeesDevices(SimulatedContainer container) =>
        (container.Config["Env"] as JsonArray ?? []).Any(variable => (string?)variable is { } text && text.StartsWith("NVIDIA_VISIBLE_DEVICES=", StringComparison.Ordinal)
            && text.Split('=')[1] is not ("" or "void" or "none"));

    private static IEnumerable<JsonObject> Requests(SimulatedContainer container) =>
        (container.HostConfig["DeviceRequests"] as JsonArray ?? []).OfType<JsonObject>();
}
