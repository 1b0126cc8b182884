using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Logs.Api;
using HomelabPortal.Cluster.Logs.Sending;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Cluster.Shell.Api;
using HomelabPortal.Desired;
using HomelabPortal.Gpu.Work.Logs;
using HomelabPortal.Gpu.Work.Shell;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Gpu.Work.Api;

/// <summary>Logs and shells of containers of Docker hosts, in the words of those of pods.</summary>
internal static class WorkStreamApi
{
    public static void MapWorkStreamApi(this RouteGroupBuilder api)
    {
        var container = api.MapGroup("/docker-hosts/{host}/containers/{name}").WithTags("Containers");
        LogApi.Describe(
            container.MapGet("/log", Task<IResult> (string host, string name, [AsParameters] HomelabPortal.Cluster.Logs.Api.LogOptions options, HttpContext context, LogSession session, TimeProvider time) =>
                LogApi.SendAsync(new LogRequest(DockerLogs.Kind, host, name), options, context, session, time)),
            "The log of a container of a Docker host, known secrets hidden");
        container.MapGet("/shell", ShellAsync).RequireAct(Act.OpenShell).Produces<ShellOfferResource>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict).WithSummary("A shell in a container of a Docker host: as a WebSocket the shell itself, else whether one could be opened");
    }

    private static async Task ShellAsync(
        HttpContext context, string host, string name, int? columns, int? rows, int? window, Live<DockerState> live, Live<DesiredState> desired, IOptions<ShellOptions> options, OpenShells open)
    {
        var refusal = HostShells.WhyNot(options.Value, live.Current.Value, host, name);
        if (refusal is { Kind: not ShellRefusalKind.NotRunning } || (refusal is not null && context.WebSockets.IsWebSocketRequest))
            throw new ProblemException(ShellApi.ProblemOf(refusal!));
        if (!context.WebSockets.IsWebSocketRequest)
        {
            var offer = ShellApi.Offer([new ShellTarget(name, refusal?.Message)], options.Value, open.CountOf(Actor.Of(context.User)));
            await context.Response.WriteAsJsonAsync(offer, ApiJson.Writing, context.RequestAborted);
            return;
        }

        var (width, height) = ShellRequest.Size(columns, rows);
        var request = new ShellRequest(host, name, "", width, height, window is > 0 ? Math.Min(window.Value, ShellApi.LargestWindow) : null) { Act = HostShells.ActOf(desired.Current.Value, host, name) };
        await ShellApi.OpenAsync(context, context.RequestServices.GetRequiredService<DockerShells>(), request, open);
    }
}
