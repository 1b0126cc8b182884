namespace HomelabPortal.Cluster.Shell.Api;

/// <summary>The shells that can be opened in a pod.</summary>
/// <param name="Programs">Tried in this order.</param>
/// <param name="IdleSeconds">A shell at which nobody types for so long is closed.</param>
/// <param name="Open">How many you have open.</param>
/// <param name="Most">How many you may have open.</param>
internal sealed record ShellOfferResource(IReadOnlyList<ShellContainerResource> Containers, IReadOnlyList<string> Programs, int IdleSeconds, int Open, int Most);
