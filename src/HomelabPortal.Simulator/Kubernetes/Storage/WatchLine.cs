using System.Globalization;
using System.Text;
using HomelabPortal.Simulator.Kubernetes.Resources;

namespace HomelabPortal.Simulator.Kubernetes.Storage;

/// <summary>The lines of a watch.</summary>
internal static class WatchLine
{
    public static byte[] Of(ChangeType type, StoredObject item, string version)
    {
        ReadOnlySpan<byte> start = type switch
        {
            ChangeType.Added => "{\"type\":\"ADDED\",\"object\":"u8,
            ChangeType.Modified => "{\"type\":\"MODIFIED\",\"object\":"u8,
            _ => "{\"type\":\"DELETED\",\"object\":"u8,
        };
        return [.. start, .. StoredObject.Head(item.Resource, version), .. item.Body.Span, .. "}\n"u8];
    }

    /// <summary>Says how far the watcher has seen, without an object.</summary>
    public static byte[] Bookmark(ApiResource resource, string version, long resourceVersion, bool endsInitialEvents = false)
    {
        var annotation = endsInitialEvents ? ""","annotations":{"k8s.io/initial-events-end":"true"}""" : "";
        var rv = resourceVersion.ToString(CultureInfo.InvariantCulture);
        var head = Encoding.UTF8.GetString(StoredObject.Head(resource, version));
        return Encoding.UTF8.GetBytes("{\"type\":\"BOOKMARK\",\"object\":" + head + $"\"metadata\":{{\"resourceVersion\":\"{rv}\"{annotation}" + "}}}\n");
    }

    public static byte[] Error(ReadOnlySpan<byte> status) => [.. "{\"type\":\"ERROR\",\"object\":"u8, .. status, .. "}\n"u8];
}
