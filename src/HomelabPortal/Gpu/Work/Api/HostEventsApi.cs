using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Gpu.Work.Events;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Work.Api;

internal static class HostEventsApi
{
    public static void MapHostEventsApi(this RouteGroupBuilder api) =>
        api.MapGet("/docker-hosts/events", (string? host, string? container, Live<HostTimeline> live) => ApiAnswer.Of(new HostEventList(
            [.. live.Current.Value.Events.Where(one => (host is null || one.Host == host) && (container is null || one.Name == container)).Select(HostEventResource.Of)])))
            .RequireAct(Act.SeeLab).Produces<HostEventList>().WithTags("Containers").WithSummary("What happened to containers of Docker hosts since the portal was started, newest first");
}
