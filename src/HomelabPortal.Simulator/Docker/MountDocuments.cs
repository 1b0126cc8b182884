using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The mounts that follow from <c>Binds</c>, <c>Mounts</c> and what the image asks for.</summary>
internal static class MountDocuments
{
    public static JsonArray Of(SimulatedContainer container)
    {
        var mounts = new JsonArray();
        foreach (var bind in container.HostConfig["Binds"] as JsonArray ?? [])
            if (((string?)bind)?.Split(':') is [var source, var target, ..] parts)
                mounts.Add(Mount(source, target, isReadOnly: parts is [.., "ro"]));
        foreach (var mount in container.HostConfig["Mounts"] as JsonArray ?? [])
            mounts.Add(Mount((string?)mount?["Source"] ?? "", (string?)mount?["Target"] ?? "", (bool?)mount?["ReadOnly"] ?? false));
        foreach (var (target, name) in container.MadeUpVolumes)
        {
            var mount = Mount(name, target, isReadOnly: false);
            mount["Mode"] = "";
            mounts.Add(mount);
        }
        return mounts;
    }

    private static JsonObject Mount(string source, string target, bool isReadOnly)
    {
        var isBind = source.StartsWith('/');
        var mount = new JsonObject { ["Type"] = isBind ? "bind" : "volume" };
        if (!isBind) mount["Name"] = source;
        mount["Source"] = isBind ? source : $"/var/lib/docker/volumes/{source}/_data";
        mount["Destination"] = target;
        if (!isBind) mount["Driver"] = "local";
        mount["Mode"] = isReadOnly ? "ro" : isBind ? "" : "z";
        mount["RW"] = !isReadOnly;
        mount["Propagation"] = isBind ? "rprivate" : "";
        return mount;
    }
}
