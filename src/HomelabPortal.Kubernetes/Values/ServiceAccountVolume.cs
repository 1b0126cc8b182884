namespace HomelabPortal.Kubernetes;

/// <summary>The volume that brings a service account's token into every pod, under a name with a random end.</summary>
internal static class ServiceAccountVolume
{
    private const string Name = "kube-api-access";

    public static ReadOnlySpan<byte> Prefix => "kube-api-access-"u8;

    /// <summary>The name without what differs from pod to pod.</summary>
    public static string Plain(string? name) => name switch
    {
        null => "",
        _ when name.StartsWith(Name + "-", StringComparison.Ordinal) => Name,
        _ => name,
    };
}
