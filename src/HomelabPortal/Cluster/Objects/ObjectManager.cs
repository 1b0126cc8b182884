namespace HomelabPortal.Cluster.Objects;

/// <summary>The tool that keeps an object.</summary>
/// <param name="Tool">"Argo CD", "Flux", "Helm", "k3s HelmChart", "k3s add-on", "HomelabPortal" or another tool's own name.</param>
/// <param name="Name">Its application or release; empty when unknown.</param>
/// <param name="Reverts">True when the tool puts changes by hand back; unknown counts as true.</param>
public sealed record ObjectManager(string Tool, string Name, bool Reverts)
{
    public const string ArgoCd = "Argo CD";
    public const string HelmChart = "k3s HelmChart";

    /// <summary>"Argo CD (media)".</summary>
    public string Words => Name.Length == 0 ? Tool : $"{Tool} ({Name})";

    /// <summary>Where more is said of it; null when nowhere.</summary>
    public string? Href => Tool is ArgoCd or HelmChart && Name.Length > 0 ? $"/cluster/applications?q={Uri.EscapeDataString(Name)}" : null;
}
