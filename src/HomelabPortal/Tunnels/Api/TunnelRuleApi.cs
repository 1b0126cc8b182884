using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Plans;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Editing;

namespace HomelabPortal.Tunnels.Api;

internal static class TunnelRuleApi
{
    public static void MapTunnelRuleApi(this RouteGroupBuilder api)
    {
        var rules = api.MapGroup("/tunnel-rules").WithTags("Tunnel rules");
        rules.MapGet("", List).RequireAct(Act.SeeLab).Produces<TunnelRuleList>().Tagged().WithSummary("All wanted free rules of tunnels");
        rules.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<TunnelRuleResource>().Tagged().Fails(404).WithSummary("One wanted rule");
        rules.MapPut("/{id}", ChangeAsync).RequireAct(Act.Publish).RequireIfMatch().Produces<TunnelRuleResource>().Tagged(isReading: false).WithSummary("Change a rule; it keeps its place");
        rules.MapDelete("/{id}", RemoveAsync).RequireAct(Act.EditTunnels).RequireIfMatch().Produces(204).Fails(422).WithSummary("Remove a rule");
        rules.MapPost("/{id}/release", ReleaseAsync).RequireAct(Act.EditTunnels).Produces(204).Fails(404, 409).WithSummary("Forget a rule; it stays in the tunnel as somebody else's");
        var inTunnel = api.MapGroup("/tunnels/{tunnelId}/rules").WithTags("Tunnel rules");
        inTunnel.MapPost("", CreateAsync).RequireAct(Act.Publish).Produces<TunnelRuleResource>(201).Tagged(isReading: false).Fails(404, 409).WithSummary("Want a rule in a tunnel");
        inTunnel.MapPost("/plan", PlanAsync).RequireAct(Act.Publish).Produces<PlanResource>().Fails(404).WithSummary("What a new rule would do; nothing is saved");
        inTunnel.MapPost("/adopt", AdoptAsync).RequireAct(Act.Publish).Produces<TunnelRuleResource>(201).Fails(404, 409, 422).WithSummary("Take somebody else's rule into the portal's care as it stands");
    }

    private static ApiAnswer List(DesiredStore desired, Live<ReconcileStatus> status) =>
        ApiAnswer.Tagged(new TunnelRuleList(desired.Current.Revision, [.. desired.Current.TunnelEntries.Select(entry => TunnelRuleResource.Of(entry, status.Current.Value))]));

    private static ApiAnswer Get(string id, DesiredStore desired, Live<ReconcileStatus> status)
    {
        var entry = Find(desired.Current, id);
        return TunnelRuleResource.Of(entry, status.Current.Value).ToAnswer(entry);
    }

    private static Task<IResult> CreateAsync(string tunnelId, JsonBody<TunnelRuleWish> body, HttpContext http, ChangeDesk desk, SettledPreview preview, DesiredIds ids, Live<TunnelState> live)
    {
        RequireTunnel(live, tunnelId);
        var id = ids.NewExposure();
        return desk.SaveAsync(http, async state =>
        {
            var entry = await JudgeAsync(Read(body.Value, id, tunnelId, null, state), preview, http.RequestAborted);
            var answer = TunnelRuleResource.Saved(entry, StatusCodes.Status201Created) with { Location = $"/api/v1/tunnel-rules/{id}" };
            return new Draft(new DesiredEdit.PutTunnelEntry(entry), $"Make the tunnel rule for {entry.Name}{entry.Path}", answer);
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<TunnelRuleWish> body, HttpContext http, ChangeDesk desk, SettledPreview preview) =>
        desk.SaveAsync(http, async state =>
        {
            var known = Find(state, id);
            EntityTags.RequireMatch(http.Request, TunnelRuleResource.TagOf(known));
            var entry = await JudgeAsync(Read(body.Value, id, known.TunnelId, known, state), preview, http.RequestAborted);
            return new Draft(new DesiredEdit.PutTunnelEntry(entry), $"Change the tunnel rule for {entry.Name}{entry.Path}", TunnelRuleResource.Saved(entry, StatusCodes.Status200OK));
        });

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var entry = Find(state, id);
            EntityTags.RequireMatch(http.Request, TunnelRuleResource.TagOf(entry));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveTunnelEntry(id), $"Remove the tunnel rule for {entry.Name}{entry.Path}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> ReleaseAsync(string id, HttpContext http, DesiredStore desired, RuleAdoption adoption)
    {
        var outcome = await adoption.ReleaseAsync(Find(desired.Current, id), Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static async Task<ApiAnswer> AdoptAsync(string tunnelId, JsonBody<AdoptionWish> body, HttpContext http, DesiredStore desired, DesiredIds ids, RuleAdoption adoption, Live<TunnelState> live)
    {
        var slot = new RuleSlot((body.Value.Hostname ?? "").ToLowerInvariant(), body.Value.Path ?? "");
        if (TunnelDocument.Find(RequireTunnel(live, tunnelId).Document, slot) is not { } rule)
            throw new ProblemException(Problem.Invalid("hostname", $"The tunnel has no rule {slot}."));
        if (OurSlots.In(tunnelId, desired.Current).Contains(slot))
            throw new ProblemException(Problem.Invalid("hostname", $"The portal wants the rule {slot} already."));
        var (entry, fault) = RuleAdoption.Draft(rule, tunnelId, ids.NewExposure(), desired.Current);
        if (entry is null)
            throw new ProblemException(Problem.Invalid("hostname", fault ?? "It cannot be adopted."));
        var outcome = await adoption.AdoptAsync(entry, rule, Actor.Of(http.User), http.RequestAborted);
        return outcome.Succeeded
            ? TunnelRuleResource.Saved(entry, StatusCodes.Status201Created) with { Location = $"/api/v1/tunnel-rules/{entry.Id}" }
            : throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }

    private static async Task<ApiAnswer> PlanAsync(
        string tunnelId, JsonBody<TunnelRuleWish> body, SettledPreview preview, DesiredStore desired, DesiredIds ids, Live<TunnelState> live, CancellationToken cancellationToken)
    {
        RequireTunnel(live, tunnelId);
        var entry = Read(body.Value, ids.NewExposure(), tunnelId, null, desired.Current);
        return ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.PutTunnelEntry(entry), entry.Id, cancellationToken)));
    }

    private static async Task<TunnelEntry> JudgeAsync(TunnelEntry entry, SettledPreview preview, CancellationToken cancellationToken)
    {
        var result = await preview.PlanAsync(new DesiredEdit.PutTunnelEntry(entry), entry.Id, cancellationToken);
        return result.Plan.Refusals is [var refusal, ..]
            ? throw new ProblemException(Problem.Invalid("name", refusal.Why) with { Type = Problem.PlanRefused, Title = "The plan refuses it." })
            : entry;
    }

    private static TunnelEntry Read(TunnelRuleWish wish, string id, string tunnelId, TunnelEntry? known, DesiredState state)
    {
        var (entry, faults) = RuleChecks.Read(wish.ToText(), id, tunnelId, wish.Rank ?? known?.Rank ?? 0, state);
        if (entry is null)
            throw new ProblemException(Problem.Invalid(faults));
        var keepsRank = wish.Rank is not null || (known is not null && known.Name == entry.Name);
        return keepsRank ? entry : entry with { Rank = RuleRanks.New(state, tunnelId, entry.Name, entry.Path) };
    }

    private static LiveTunnel RequireTunnel(Live<TunnelState> live, string id) => live.Current.Value.Find(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    private static TunnelEntry Find(DesiredState state, string id) =>
        state.TunnelEntries.FirstOrDefault(entry => entry.Id == id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
