using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Plans;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Api;

internal static class RecordApi
{
    public static void MapRecordApi(this RouteGroupBuilder api)
    {
        var records = api.MapGroup("/records").WithTags("Records");
        records.MapGet("", List).RequireAct(Act.SeeLab).Produces<RecordList>().Tagged().WithSummary("All wanted DNS records");
        records.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<RecordResource>().Tagged().Fails(404).WithSummary("One wanted DNS record");
        records.MapPost("", CreateAsync).RequireAct(Act.EditRecords).Produces<RecordResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Want a DNS record");
        records.MapPut("/{id}", ChangeAsync).RequireAct(Act.EditRecords).RequireIfMatch().Produces<RecordResource>().Tagged(isReading: false).WithSummary("Change a DNS record");
        records.MapDelete("/{id}", RemoveAsync).RequireAct(Act.EditRecords).RequireIfMatch().Produces(204).Fails(422).WithSummary("Remove a DNS record; one that was adopted is given back");
        records.MapPost("/plan", PlanAsync).RequireAct(Act.EditRecords).Produces<PlanResource>().WithSummary("What a new record would do; nothing is saved");
    }

    private static ApiAnswer List(DesiredStore desired, Live<ReconcileStatus> status) =>
        ApiAnswer.Tagged(new RecordList(desired.Current.Revision, [.. desired.Current.DnsEntries.Select(entry => RecordResource.Of(entry, status.Current.Value))]));

    private static ApiAnswer Get(string id, DesiredStore desired, Live<ReconcileStatus> status)
    {
        var entry = Find(desired.Current, id);
        return RecordResource.Of(entry, status.Current.Value).ToAnswer(entry);
    }

    private static Task<IResult> CreateAsync(JsonBody<RecordWish> body, HttpContext http, ChangeDesk desk, SettledPreview preview, DesiredIds ids)
    {
        var id = ids.NewExposure();
        return desk.SaveAsync(http, async _ =>
        {
            var entry = await JudgeAsync(body.Value, id, null, preview, http.RequestAborted);
            var answer = RecordResource.Saved(entry, StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{id}" };
            return new Draft(new DesiredEdit.PutDnsEntry(entry), $"Create the record {entry.Type} {entry.Name}", answer);
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<RecordWish> body, HttpContext http, ChangeDesk desk, SettledPreview preview) =>
        desk.SaveAsync(http, async state =>
        {
            var before = Find(state, id);
            EntityTags.RequireMatch(http.Request, RecordResource.TagOf(before));
            var entry = await JudgeAsync(body.Value, id, before, preview, http.RequestAborted);
            return new Draft(new DesiredEdit.PutDnsEntry(entry), $"Change the record {entry.Type} {entry.Name}", RecordResource.Saved(entry, StatusCodes.Status200OK));
        });

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var entry = Find(state, id);
            EntityTags.RequireMatch(http.Request, RecordResource.TagOf(entry));
            return Task.FromResult(new Draft(new DesiredEdit.RemoveDnsEntry(id), $"Remove the record {entry.Type} {entry.Name}", ApiAnswer.Empty(StatusCodes.Status204NoContent)));
        });

    private static async Task<ApiAnswer> PlanAsync(JsonBody<RecordWish> body, SettledPreview preview, DesiredIds ids, CancellationToken cancellationToken)
    {
        var entry = Read(body.Value, ids.NewExposure());
        return ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.PutDnsEntry(entry), entry.Id, cancellationToken)));
    }

    private static async Task<DnsEntry> JudgeAsync(RecordWish wish, string id, DnsEntry? before, SettledPreview preview, CancellationToken cancellationToken)
    {
        var entry = Read(wish, id, before);
        var result = await preview.PlanAsync(new DesiredEdit.PutDnsEntry(entry), id, cancellationToken);
        return result.Plan.Refusals is [var refusal, ..]
            ? throw new ProblemException(Problem.Invalid("name", refusal.Why) with { Type = Problem.PlanRefused, Title = "The plan refuses it." })
            : entry;
    }

    private static DnsEntry Read(RecordWish wish, string id, DnsEntry? before = null)
    {
        var (entry, faults) = RecordChecks.Read(wish, id, before);
        return entry ?? throw new ProblemException(Problem.Invalid(faults));
    }

    internal static DnsEntry Find(DesiredState state, string id) =>
        state.DnsEntries.FirstOrDefault(entry => entry.Id == id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
