using System.Net.WebSockets;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Problems;
using HomelabPortal.Cluster.Shell.Wire;
using HomelabPortal.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Shell.Api;

/// <summary>A shell in a container, for the page and for programs; docs/api.md has the messages.</summary>
internal static class ShellApi
{
    public const int LargestWindow = 4 * 1024 * 1024;
    private static readonly TimeSpan _pingEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _pingPatience = TimeSpan.FromSeconds(45);

    public static void MapShellApi(this RouteGroupBuilder api) => api.MapGet("/pods/{namespace}/{name}/shell", AnswerAsync)
        .RequireAct(Act.OpenShell).Produces<ShellOfferResource>().WithTags("Lab")
        .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
        .WithSummary("A shell in a container: as a WebSocket the shell itself, else what could be opened");

    private static async Task AnswerAsync(
        HttpContext context, [FromRoute(Name = "namespace")] string ns, string name, string? container, int? columns, int? rows, int? window,
        Live<ClusterState> live, IOptions<ShellOptions> options, OpenShells open)
    {
        var state = live.Current.Value;
        if (ShellChecks.WhyNot(options.Value, state, ns, name) is { } refusal)
            throw new ProblemException(ProblemOf(refusal));
        var pod = state.Pods.Find(ns, name)!;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await context.Response.WriteAsJsonAsync(Offer(ShellTarget.Of(pod), options.Value, open.CountOf(Actor.Of(context.User))), ApiJson.Writing, context.RequestAborted);
            return;
        }

        if (ShellChecks.WhyNot(pod, container) is { } stopped)
            throw new ProblemException(ProblemOf(stopped));
        var (width, height) = ShellRequest.Size(columns, rows);
        var chosen = ShellTarget.Choose(ShellTarget.Of(pod), container)!.Container;
        await OpenAsync(context, context.RequestServices.GetRequiredService<ShellStarter>(), new ShellRequest(ns, name, chosen, width, height, window is > 0 ? Math.Min(window.Value, LargestWindow) : null), open);
    }

    /// <summary>Takes the connection over until the shell in it has ended.</summary>
    /// <exception cref="ProblemException">They may not, or have as many as they may.</exception>
    public static async Task OpenAsync(HttpContext context, IShellOpener opener, ShellRequest request, OpenShells open)
    {
        var services = context.RequestServices;
        var actor = Actor.Of(context.User);
        var desk = services.GetRequiredService<ShellDesk>();
        if (await desk.RefuseAsync(request, actor, context.RequestAborted) is { } refused)
            throw new ProblemException(Problem.Of(refused));
        var (shell, full) = open.TryAdd(actor);
        if (shell is null)
            throw new ProblemException(Problem.Of(StatusCodes.Status409Conflict) with { Detail = full });
        try
        {
            var accept = new WebSocketAcceptContext { KeepAliveInterval = _pingEvery, KeepAliveTimeout = _pingPatience };
            using var connection = await context.WebSockets.AcceptWebSocketAsync(accept);
            using var socket = new ShellSocket(connection, services.GetRequiredService<TimeProvider>());
            await desk.ServeAsync(socket, opener, request, actor, context.RequestAborted);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            // The tab went away; its shell is closed and on record.
        }
        finally
        {
            open.Remove(shell);
        }
    }

    public static ShellOfferResource Offer(IReadOnlyList<ShellTarget> targets, ShellOptions options, int open) => new(
        [.. targets.Select(target => new ShellContainerResource(target.Container, target.WhyNot))],
        options.ProgramList, (int)options.IdleLimit.TotalSeconds, open, options.MostOfAccount);

    public static Problem ProblemOf(ShellRefusal refusal) => refusal.Kind switch
    {
        ShellRefusalKind.SwitchedOff => new Problem("/problems/switched-off", "Shells are switched off.", StatusCodes.Status403Forbidden, refusal.Message),
        ShellRefusalKind.NoSuchPod or ShellRefusalKind.NoSuchContainer => Problem.Of(StatusCodes.Status404NotFound) with { Detail = refusal.Message },
        _ => Problem.Of(StatusCodes.Status409Conflict) with { Detail = refusal.Message },
    };
}
