using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Checks.Editing;
using HomelabPortal.Checks.Keeping;
using HomelabPortal.Checks.Presets;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Checks.Api;

internal static class CheckApi
{
    private const int LongestSilence = 43_200;

    public static void MapCheckApi(this RouteGroupBuilder api)
    {
        var checks = api.MapGroup("/checks").WithTags("Checks");
        checks.MapGet("", List).RequireAct(Act.SeeLab).Produces<Listing<CheckResource>>().WithSummary("All checks, those that follow from names of the lab as well");
        checks.MapGet("/presets", Presets).RequireAct(Act.SeeLab).Produces<IReadOnlyList<PresetResource>>().WithSummary("How well-known kinds of servers are asked");
        checks.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<CheckResource>().Tagged().Fails(404).WithSummary("One check");
        checks.MapGet("/{id}/history", HistoryAsync).RequireAct(Act.SeeLab).Produces<CheckHistoryResource>().Fails(404, 422).WithSummary("Uptime and latency of a check over 24h, 7d, 30d or 1y");
        checks.MapGet("/{id}/incidents", IncidentsAsync).RequireAct(Act.SeeLab).Produces<Page<IncidentResource>>().Fails(404, 422).WithSummary("Outages of a check, newest first");
        checks.MapPost("", CreateAsync).RequireAct(Act.EditChecks).Produces<CheckResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Make a check");
        checks.MapPut("/{id}", ChangeAsync).RequireAct(Act.EditChecks).RequireIfMatch().Produces<CheckResource>().Tagged(isReading: false).WithSummary("Change a check that is not derived");
        checks.MapDelete("/{id}", RemoveAsync).RequireAct(Act.EditChecks).RequireIfMatch().Produces(204).Fails(422).WithSummary("Remove a check that is not derived; its history is kept for its time");
        checks.MapPost("/{id}/run", RunAsync).RequireAct(Act.EditChecks).Produces(204).Fails(404, 409).WithSummary("Ask now instead of when it is due");
        checks.MapPost("/{id}/pause", (string id, HttpContext http, ChangeDesk desk, Live<ChecksState> live) => SetPausedAsync(id, true, http, desk, live)).RequireAct(Act.EditChecks).Produces(204).Fails(404, 409, 422)
            .WithSummary("Stop asking");
        checks.MapPost("/{id}/resume", (string id, HttpContext http, ChangeDesk desk, Live<ChecksState> live) => SetPausedAsync(id, false, http, desk, live)).RequireAct(Act.EditChecks).Produces(204).Fails(404, 409, 422)
            .WithSummary("Ask again");
        checks.MapPost("/{id}/silence", SilenceAsync).RequireAct(Act.SilenceChecks).Produces(204).Fails(404, 409).WithSummary("Tell nobody about it for a while");
        checks.MapDelete("/{id}/silence", EndSilenceAsync).RequireAct(Act.SilenceChecks).Produces(204).Fails(404, 409).WithSummary("Tell people about it again");
    }

    private static ApiAnswer List(Live<ChecksState> live, DesiredStore desired) => ApiAnswer.Of(Listing<CheckResource>.Of(
        Freshness.Of(live.Current), live.Current.Value.List.Select(check => CheckResource.Of(check, desired.Current.FindCheck(check.Id)))));

    private static ApiAnswer Presets() => ApiAnswer.Of(CheckPresets.All.Select(preset => new PresetResource(preset.Id, preset.Title, preset.Family, preset.Check)).ToList());

    private static ApiAnswer Get(string id, Live<ChecksState> live, DesiredStore desired)
    {
        var check = desired.Current.FindCheck(id);
        return check is not null && live.Current.Value.Find(id) is null ? CheckResource.Saved(check).ToAnswer(check) : CheckResource.Of(Find(live, id), check).ToAnswer(check);
    }

    private static async Task<ApiAnswer> HistoryAsync(string id, string? range, Live<ChecksState> live, CheckHistories histories, CancellationToken cancellationToken)
    {
        var chosen = CheckRange.Find(range ?? CheckRange.Day.Key) ?? throw new ProblemException(Problem.Invalid("range", $"range is one of {string.Join(", ", CheckRange.All.Select(one => one.Key))}."));
        return ApiAnswer.Of(CheckHistoryResource.Of(chosen, await histories.ReadAsync(Find(live, id).Id, chosen, cancellationToken)));
    }

    private static async Task<ApiAnswer> IncidentsAsync(string id, long? after, int? limit, Live<ChecksState> live, CheckBook book, CancellationToken cancellationToken)
    {
        var request = PageRequest.Of(after, limit);
        var incidents = (await book.IncidentsAsync(Find(live, id).Id, request.After, request.Limit + 1, cancellationToken)).Select(IncidentResource.Of).ToList();
        return ApiAnswer.Of(request.Cut(incidents, incident => incident.Id));
    }

    private static Task<IResult> CreateAsync(JsonBody<CheckWish> body, HttpContext http, ChangeDesk desk, DesiredIds ids, IOptions<CheckOptions> options)
    {
        var id = ids.NewExposure();
        return desk.SaveAsync(http, _ =>
        {
            var check = Read(body.Value, id, options.Value);
            var answer = ApiAnswer.Of(CheckResource.Saved(check), CheckResource.TagOf(check), StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{id}" };
            return Task.FromResult(new Draft(new DesiredEdit.PutCheck(check), $"Make the check {check.Name}", answer));
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<CheckWish> body, HttpContext http, ChangeDesk desk, IOptions<CheckOptions> options) =>
        desk.SaveAsync(http, state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, CheckResource.TagOf(before));
            var check = Read(body.Value, id, options.Value, before.Question);
            return Task.FromResult(new Draft(new DesiredEdit.PutCheck(check), $"Change the check {check.Name}", ApiAnswer.Of(CheckResource.Saved(check), CheckResource.TagOf(check))));
        });

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var check = Find(state, id);
            EntityTags.RequireMatch(http.Request, CheckResource.TagOf(check));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveCheck(id), $"Remove the check {check.Name}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static Task<IResult> SetPausedAsync(string id, bool isPaused, HttpContext http, ChangeDesk desk, Live<ChecksState> live) =>
        desk.SaveAsync(http, state =>
        {
            var check = Find(live, id);
            return Task.FromResult(new Draft(PauseEdits.Of(check, state, isPaused), PauseEdits.Words(check, isPaused), ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> RunAsync(string id, HttpContext http, Live<ChecksState> live, CheckActs acts) =>
        Done(await acts.RunAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted));

    private static async Task<ApiAnswer> SilenceAsync(string id, JsonBody<SilenceWish> body, HttpContext http, Live<ChecksState> live, CheckActs acts)
    {
        var check = Find(live, id);
        if (body.Value.Minutes is not (>= 1 and <= LongestSilence and var minutes))
            throw new ProblemException(Problem.Invalid("minutes", $"minutes is from 1 to {LongestSilence}."));
        return Done(await acts.SilenceAsync(check.Id, TimeSpan.FromMinutes(minutes), Actor.Of(http.User), http.RequestAborted));
    }

    private static async Task<ApiAnswer> EndSilenceAsync(string id, HttpContext http, Live<ChecksState> live, CheckActs acts) =>
        Done(await acts.EndSilenceAsync(Find(live, id).Id, Actor.Of(http.User), http.RequestAborted));

    private static ApiAnswer Done(ActionOutcome outcome) =>
        outcome.Succeeded ? ApiAnswer.Empty(StatusCodes.Status204NoContent) : throw new ProblemException(ChangeDesk.ProblemOf(outcome));

    private static DesiredCheck Read(CheckWish wish, string id, CheckOptions options, CheckQuestion? before = null)
    {
        var form = wish.ToForm();
        // An address that comes back with the dots it was given with is the one it was.
        if (before is HttpQuestion http && form.Url.Trim() == http.Target)
            form.Url = http.Url;
        var (check, faults) = CheckReading.Read(form, id, options.AllowLoopback);
        return check ?? throw new ProblemException(Problem.Invalid(faults));
    }

    private static DesiredCheck Find(DesiredState state, string id) => state.FindCheck(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));

    private static CheckSummary Find(Live<ChecksState> live, string id) => live.Current.Value.Find(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
