namespace HomelabPortal.Gpu.Work;

/// <summary>Where the page and the API have a container, whoever keeps it.</summary>
internal static class WorkAddress
{
    public static string Page(string host, string name, string? tab = null) =>
        $"/gpu/hosts/{Uri.EscapeDataString(host)}/containers/{Uri.EscapeDataString(name)}{(tab is null ? "" : $"?tab={tab}")}";

    /// <summary>The images and volumes of a host.</summary>
    public static string Disk(string host) => $"/gpu/hosts/{Uri.EscapeDataString(host)}/disk";

    public static string Api(string host, string name) =>
        $"/api/v1/docker-hosts/{Uri.EscapeDataString(host)}/containers/{Uri.EscapeDataString(name)}";
}
