using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Platform;

namespace HomelabPortal.Gpu.Api;

internal static class GpuApi
{
    public static void MapGpuApi(this RouteGroupBuilder api) =>
        api.MapGet("/gpu/hosts", (Live<GpuState> live) => ApiAnswer.Of(new GpuHostList([.. live.Current.Value.Hosts.Select(GpuHostResource.Of)])))
            .RequireAct(Act.SeeLab).Produces<GpuHostList>().WithTags("Lab").WithSummary("Docker hosts with their engine, how they give out GPUs, their cards, and who holds the memory");
}
