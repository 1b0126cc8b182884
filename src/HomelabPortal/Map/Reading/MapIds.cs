namespace HomelabPortal.Map.Reading;

/// <summary>The ids under which things are found in columns and paths.</summary>
internal static class MapIds
{
    public const string Internet = "internet";
    public const string House = "house";
    public const string Ingress = "ingress";

    public static string Hostname(string host) => $"name:{host}";

    public static string Tunnel(string id) => $"tunnel:{id}";

    public static string Address(string address) => $"address:{address}";

    /// <param name="key">namespace/name.</param>
    public static string Service(string key) => $"service:{key}";

    public static string Pod(string key) => $"pod:{key}";

    public static string Node(string name) => $"node:{name}";

    public static string Claim(string ns, string name) => $"claim:{ns}/{name}";

    public static string Host(string name) => $"host:{name}";

    public static string Container(string host, string name) => $"container:{host}/{name}";

    public static string Card(string host, string uuid) => $"card:{host}/{uuid}";

    public static string Device(string place) => $"device:{place}";
}
