using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Table.Parts;

/// <summary>A route of the ingress that takes a hostname.</summary>
/// <param name="Match">Its rules as written, one a line.</param>
/// <param name="Logins">Middlewares that ask who is there, as namespace/name.</param>
/// <param name="Doubtful">Middlewares that may ask, but are set up where the portal cannot look.</param>
/// <param name="IsOpenSomewhere">True when some of its rules have no such middleware.</param>
/// <param name="Owner">"Argo CD", "By hand".</param>
/// <param name="ServiceKey">namespace/name of the first Service it sends to; null for none.</param>
public sealed record RoutePart(
    string Kind, string NameText, string Href, string Match, string Backends, string Endpoints, ValueList<string> Logins, ValueList<string> Doubtful, bool IsOpenSomewhere,
    string Owner, string? ServiceKey, HealthState State, string Word);
