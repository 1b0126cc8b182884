namespace HomelabPortal.Apps.Discovery;

/// <summary>Names for what nobody named.</summary>
internal static class AppNames
{
    /// <summary>"open-webui.cowlab.org" is "Open Webui".</summary>
    public static string OfHost(string host) => Title(host.Split('.')[0]);

    /// <summary>"gpu-box" is "Gpu Box".</summary>
    public static string Title(string text) => string.Join(' ', text.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
