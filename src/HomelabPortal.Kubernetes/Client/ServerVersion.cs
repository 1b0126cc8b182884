namespace HomelabPortal.Kubernetes;

/// <summary>What <c>/version</c> says.</summary>
public sealed record ServerVersion
{
    /// <summary>Such as "v1.33.4+k3s1".</summary>
    public string GitVersion { get; init => field = value ?? ""; } = "";

    public string Major { get; init => field = value ?? ""; } = "";

    /// <summary>May end in "+".</summary>
    public string Minor { get; init => field = value ?? ""; } = "";

    public string Platform { get; init => field = value ?? ""; } = "";
}
