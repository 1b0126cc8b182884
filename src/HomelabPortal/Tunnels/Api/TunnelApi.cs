using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Acts;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Pages.Rules;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tunnels.Api;

internal static class TunnelApi
{
    private const int MostVersions = 50;

    public static void MapTunnelApi(this RouteGroupBuilder api)
    {
        var tunnels = api.MapGroup("/tunnels").WithTags("Tunnels");
        tunnels.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<TunnelResource>>().WithSummary("Every tunnel of the account with its connectors");
        tunnels.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<TunnelResource>().Fails(404).WithSummary("One tunnel");
        tunnels.MapGet("/{id}/rules", ListRules).RequireAct(Act.SeeLab).Produces<Listing<LiveRuleResource>>().Fails(404).WithSummary("The rules as they stand in the tunnel, in their order");
        tunnels.MapGet("/{id}/versions", ListVersionsAsync).RequireAct(Act.SeeLab).Produces<IReadOnlyList<TunnelVersionResource>>().WithSummary("The versions of the rules that the portal saw, newest first");
        tunnels.MapGet("/{id}/versions/{version:int}", GetVersionAsync).RequireAct(Act.SeeLab).Produces<TunnelVersionResource>().Fails(404).WithSummary("One version with its document");
        tunnels.MapPost("/{id}/versions/{version:int}/restore", RestoreAsync).RequireAct(Act.Publish).Produces(204).Fails(404, 409, 422).WithSummary("Put a version back as it was, rules of others included");
        tunnels.MapPost("", CreateAsync).RequireAct(Act.EditTunnels).Produces<NewTunnelResource>(201).Fails(409, 422).WithSummary("Create a tunnel; its connector token is answered once");
        tunnels.MapPost("/{id}/token", TokenAsync).RequireAct(Act.ReadTunnelToken).Produces<TunnelTokenResource>().Fails(404, 409).WithSummary("Show the connector token again");
        tunnels.MapPost("/{id}/cleanup", CleanUpAsync).RequireAct(Act.EditTunnels).Produces(204).Fails(404, 409).WithSummary("Forget connections that are dead but still remembered");
        tunnels.MapPost("/{id}/insist", InsistAsync).RequireAct(Act.Publish).Produces(204).Fails(404, 409).WithSummary("Go on writing rules that somebody keeps undoing");
        tunnels.MapDelete("/{id}", DeleteAsync).RequireAct(Act.DeleteTunnel).Produces(204).Fails(404, 409).WithSummary("Delete a tunnel that nothing uses");
    }

    private static ApiAnswer List(Live<TunnelState> live, Live<DnsState> dns) =>
        ApiAnswer.Of(Listing<TunnelResource>.Of(Freshness.Of(live.Current), TunnelResource.Of(live.Current.Value, dns.Current.Value)));

    private static ApiAnswer Get(string id, Live<TunnelState> live, Live<DnsState> dns) =>
        ApiAnswer.Of(TunnelResource.Of(live.Current.Value, dns.Current.Value).FirstOrDefault(tunnel => tunnel.Id == id) ?? throw Gone());

    private static ApiAnswer ListRules(string id, Live<TunnelState> live, Live<DnsState> dns, DesiredStore desired, Live<ReconcileStatus> status) =>
        ApiAnswer.Of(Listing<LiveRuleResource>.Of(
            Freshness.Of(live.Current), RuleLine.Of(Find(live, id), live.Current.Value, desired.Current, status.Current.Value, dns.Current.Value).Select(LiveRuleResource.Of)));

    private static async Task<ApiAnswer> ListVersionsAsync(string id, TunnelDocumentHistory history, CancellationToken cancellationToken) =>
        ApiAnswer.Of<IReadOnlyList<TunnelVersionResource>>([.. (await history.ReadAsync(id, MostVersions, cancellationToken)).Select(TunnelVersionResource.Line)]);

    private static async Task<ApiAnswer> GetVersionAsync(string id, int version, TunnelDocumentHistory history, CancellationToken cancellationToken) =>
        ApiAnswer.Of(await history.FindAsync(id, version, cancellationToken) is { } kept ? TunnelVersionResource.Whole(kept) : throw Gone());

    private static async Task<ApiAnswer> RestoreAsync(string id, int version, JsonBody<RestoreWish> body, HttpContext http, Live<TunnelState> live, TunnelRestore restore)
    {
        var tunnel = Find(live, id);
        var basedOn = body.Value.BasedOn ?? throw new ProblemException(Problem.Invalid("basedOn", "Say which version you saw as the newest."));
        return Done(await restore.RestoreAsync(id, tunnel.Name, version, basedOn, Actor.Of(http.User), http.RequestAborted));
    }

    private static async Task<ApiAnswer> CreateAsync(JsonBody<NewTunnelWish> body, HttpContext http, TunnelActs acts)
    {
        if (NewTunnelName.FaultOf(body.Value.Name) is { } fault)
            throw new ProblemException(Problem.Invalid("name", fault));
        var (outcome, made) = await acts.CreateAsync(body.Value.Name!.Trim(), Actor.Of(http.User), http.RequestAborted);
        return made is null
            ? throw new ProblemException(ChangeDesk.ProblemOf(outcome))
            : ApiAnswer.Of(new NewTunnelResource(made.Id, made.Name, made.Token), status: StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{made.Id}" };
    }

    private static async Task<ApiAnswer> TokenAsync(string id, HttpContext http, Live<TunnelState> live, TunnelActs acts)
    {
        Find(live, id);
        var (outcome, token) = await acts.ReadTokenAsync(id, Actor.Of(http.User), http.RequestAborted);
        return token is null ? throw new ProblemException(ChangeDesk.ProblemOf(outcome)) : ApiAnswer.Of(new TunnelTokenResource(token.Value));
    }

    private static async Task<ApiAnswer> CleanUpAsync(string id, HttpContext http, Live<TunnelState> live, TunnelActs acts) =>
        Done(await acts.CleanUpAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted));

    private static async Task<ApiAnswer> InsistAsync(string id, HttpContext http, Live<TunnelState> live, TunnelActs acts) =>
        Done(await acts.InsistAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted));

    private static async Task<ApiAnswer> DeleteAsync(string id, HttpContext http, Live<TunnelState> live, TunnelActs acts) =>
        Done(await acts.DeleteAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted));

    private static ApiAnswer Done(ActionOutcome outcome) =>
        outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));

    private static LiveTunnel Find(Live<TunnelState> live, string id) => live.Current.Value.Find(id) ?? throw Gone();

    private static ProblemException Gone() => new(Problem.Of(StatusCodes.Status404NotFound));
}
