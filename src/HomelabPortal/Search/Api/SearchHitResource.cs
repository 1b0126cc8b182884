using HomelabPortal.Ui.State;

namespace HomelabPortal.Search.Api;

/// <summary>One thing that was found.</summary>
/// <param name="Kind">Such as "Pod", "Hostname" or "App"; "Act" for what can be done.</param>
/// <param name="Place">The namespace or Docker host that it is in; empty where it has none.</param>
/// <param name="Href">Its page in the portal; of an app the app itself.</param>
internal sealed record SearchHitResource(string Kind, string Name, string Place, string Href, HealthState State);
