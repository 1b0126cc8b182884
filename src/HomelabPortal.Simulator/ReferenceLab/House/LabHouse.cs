namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>The addresses and names of the reference lab that more than one part uses.</summary>
internal static class LabHouse
{
    public const string Zone = "cowlab.org";
    public const string ApiAddress = "10.0.0.200";
    public const string TraefikAddress = "10.0.0.99";
    public const string MediaBoxAddress = "10.0.0.150";
    public const string GpuBoxAddress = "10.0.0.160";
    public const string PikvmAddress = "10.0.0.175";
    public const string PiholeAddress = "10.0.0.53";
    public const string IngressClass = "traefik-external";
    public const string WildcardSecret = "wildcard-cowlab-org-tls";
    public const string KubernetesVersion = "v1.33.4+k3s1";

    public static string Host(string name) => $"{name}.{Zone}";
}
