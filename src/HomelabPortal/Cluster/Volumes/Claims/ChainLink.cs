using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>One station on the way from the pods to the data.</summary>
/// <param name="Kind">"Claim", "Longhorn volume".</param>
/// <param name="Href">Null where there is no page, and on the page itself.</param>
/// <param name="State">Null where nothing is judged.</param>
/// <param name="Facts">The one or two facts that matter here.</param>
public sealed record ChainLink(string Kind, string Name, string? Href, HealthState? State, string Word, string Facts);
