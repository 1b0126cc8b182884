using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Api;

/// <summary>A route of the ingress that takes a hostname.</summary>
/// <param name="Name">namespace/name.</param>
/// <param name="Logins">Middlewares that ask who is there, as namespace/name.</param>
internal sealed record HostRouteResource(string Kind, string Name, string Match, string Backends, string Endpoints, IReadOnlyList<string> Logins, string Owner, HealthState State, string Word)
{
    public static HostRouteResource Of(RoutePart part) => new(part.Kind, part.NameText, part.Match, part.Backends, part.Endpoints, [.. part.Logins], part.Owner, part.State, part.Word);
}
