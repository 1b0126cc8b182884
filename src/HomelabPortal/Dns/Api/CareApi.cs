using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Editing;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Platform;

namespace HomelabPortal.Dns.Api;

/// <summary>Taking records into the portal's care and giving them back, and deciding about hand changes.</summary>
internal static class CareApi
{
    public static void MapCareApi(this RouteGroupBuilder api)
    {
        api.MapPost("/dns/zones/{zone}/records/{recordId}/adopt", AdoptAsync).WithTags("DNS").RequireAct(Act.EditRecords).Produces<RecordResource>(201).Fails(404, 409, 422)
            .WithSummary("Put a record that stands there into the portal's care");
        var records = api.MapGroup("/records/{id}").WithTags("Records");
        records.MapPost("/release", ReleaseAsync).RequireAct(Act.EditRecords).Produces(204).Fails(404, 409, 422).WithSummary("Give a record back: it stays, the portal forgets it");
        records.MapPost("/delete", DeleteAsync).RequireAct(Act.EditRecords).Produces(204).Fails(404, 409, 422).WithSummary("Delete a record, also one that was adopted");
        records.MapPost("/accept", AcceptAsync).RequireAct(Act.EditRecords).Produces(204).Fails(404, 409, 422).WithSummary("Want what somebody made of the record");
        records.MapPost("/revert", RevertAsync).RequireAct(Act.EditRecords).Produces(202).Fails(404, 409, 422).WithSummary("Put a hand change of the record right");
    }

    private static async Task<ApiAnswer> AdoptAsync(string zone, string recordId, JsonBody<AdoptWish> body, HttpContext http, RecordActs acts, Reconcile.DesiredActs desired, IdempotencyKeys keys, Live<DnsState> live)
    {
        var (entry, fault) = acts.Adoption(ZoneApi.Find(live, zone).Id, recordId, body.Value.TypedName);
        if (entry is null)
            throw new ProblemException(Problem.Of(StatusCodes.Status409Conflict) with { Detail = fault });
        var answer = RecordResource.Saved(entry, StatusCodes.Status201Created) with { Location = $"/api/v1/records/{entry.Id}" };
        Require(await desired.SaveAsync(
            new DesiredEdit.PutDnsEntry(entry), $"Adopt the record {entry.Type} {entry.Name}", Actor.Of(http.User), http.RequestAborted, alongside: keys.Keeping(http, answer)));
        return answer;
    }

    private static async Task<ApiAnswer> ReleaseAsync(string id, HttpContext http, DesiredStore store, RecordActs acts, IdempotencyKeys keys)
    {
        var answer = ApiAnswer.Empty(StatusCodes.Status204NoContent);
        Require(await acts.ReleaseAsync(RecordApi.Find(store.Current, id), Actor.Of(http.User), http.RequestAborted, keys.Keeping(http, answer)));
        return answer;
    }

    private static async Task<ApiAnswer> DeleteAsync(string id, HttpContext http, DesiredStore store, RecordActs acts, IdempotencyKeys keys)
    {
        var answer = ApiAnswer.Empty(StatusCodes.Status204NoContent);
        Require(await acts.DeleteAsync(RecordApi.Find(store.Current, id), Actor.Of(http.User), http.RequestAborted, keys.Keeping(http, answer)));
        return answer;
    }

    private static async Task<ApiAnswer> AcceptAsync(string id, HttpContext http, DesiredStore store, RecordActs acts, IdempotencyKeys keys)
    {
        var answer = ApiAnswer.Empty(StatusCodes.Status204NoContent);
        Require(await acts.AcceptAsync(RecordApi.Find(store.Current, id), Actor.Of(http.User), http.RequestAborted, keys.Keeping(http, answer)));
        return answer;
    }

    private static async Task<ApiAnswer> RevertAsync(string id, HttpContext http, DesiredStore store, RecordActs acts)
    {
        Require(await acts.RevertAsync(DesiredDnsRecord.KeyOf(RecordApi.Find(store.Current, id)), Actor.Of(http.User), http.RequestAborted));
        return ApiAnswer.Empty(StatusCodes.Status202Accepted);
    }

    private static void Require(ActionOutcome outcome)
    {
        if (!outcome.Succeeded)
            throw new ProblemException(ChangeDesk.ProblemOf(outcome));
    }
}
