using HomelabPortal.Ui.State;

namespace HomelabPortal.Search;

/// <summary>One thing that was found, with the page it has.</summary>
/// <param name="Kind">What it is: "Pod", "Hostname", "App".</param>
/// <param name="Place">Where it is, to tell equal names apart: a namespace, a Docker host; empty for most.</param>
internal sealed record SearchHit(string Kind, string Name, string Place, string Href, HealthState State);
