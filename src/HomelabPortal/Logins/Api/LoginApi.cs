using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Plans;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Logins.Api;

internal static class LoginApi
{
    public static void MapLoginApi(this RouteGroupBuilder api)
    {
        api.MapGet("/logins", Applications).WithTags("Logins").RequireAct(Act.SeeLab).Produces<Listing<LoginResource>>().Tagged().WithSummary("The Access applications that Cloudflare has");
        var policies = api.MapGroup("/login-policies").WithTags("Logins");
        policies.MapGet("", List).RequireAct(Act.SeeLab).Produces<LoginPolicyList>().Tagged().WithSummary("All login policies");
        policies.MapGet("/{id}", Get).RequireAct(Act.SeeLab).Produces<LoginPolicyResource>().Tagged().Fails(404).WithSummary("One login policy");
        policies.MapPost("", CreateAsync).RequireAct(Act.EditLoginPolicies).Produces<LoginPolicyResource>(201).Tagged(isReading: false).Fails(409).WithSummary("Make a login policy");
        policies.MapPut("/{id}", ChangeAsync).RequireAct(Act.EditLoginPolicies).RequireIfMatch().Produces<LoginPolicyResource>().Tagged(isReading: false).WithSummary("Change a login policy");
        policies.MapDelete("/{id}", RemoveAsync).RequireAct(Act.EditLoginPolicies).RequireIfMatch().Produces(204).Fails(409, 422).WithSummary("Remove a login policy that guards nothing");
        policies.MapPost("/{id}/default", MakeDefaultAsync).RequireAct(Act.EditLoginPolicies).Produces(204).Fails(404, 409, 422).WithSummary("Let names that are newly put on the Internet get this policy");
        policies.MapDelete("/default", ClearDefaultAsync).RequireAct(Act.EditLoginPolicies).Produces(204).Fails(409, 422).WithSummary("Let newly published names get no policy by themselves");
        policies.MapPost("/plan", PlanAsync).RequireAct(Act.EditLoginPolicies).Produces<PlanResource>().WithSummary("What a new login policy would do; nothing is saved");
    }

    private static ApiAnswer Applications(Live<LoginState> live, DesiredStore desired)
    {
        var (now, instance) = (live.Current, desired.Current.Instance);
        return ApiAnswer.Tagged(Listing<LoginResource>.Of(
            Freshness.Of(now), now.Value.Applications.Where(application => application.IsForNames).Select(application => LoginResource.Of(application, now.Value, instance))));
    }

    private static ApiAnswer List(DesiredStore desired, Live<ReconcileStatus> status)
    {
        var state = desired.Current;
        return ApiAnswer.Tagged(new LoginPolicyList(state.Revision, [.. state.LoginPolicies.Select(policy => LoginPolicyResource.Of(policy, state, status.Current.Value))]));
    }

    private static ApiAnswer Get(string id, DesiredStore desired, Live<ReconcileStatus> status)
    {
        var policy = Find(desired.Current, id);
        return LoginPolicyResource.Of(policy, desired.Current, status.Current.Value).ToAnswer(policy);
    }

    private static Task<IResult> CreateAsync(JsonBody<LoginPolicyWish> body, HttpContext http, ChangeDesk desk, DesiredIds ids)
    {
        var id = ids.NewExposure();
        return desk.SaveAsync(http, state =>
        {
            var policy = Read(body.Value, id);
            var answer = LoginPolicyResource.Saved(policy, state, StatusCodes.Status201Created) with { Location = $"{http.Request.Path}/{id}" };
            return Task.FromResult(new Draft(new DesiredEdit.PutLoginPolicy(policy), $"Make the login policy {policy.Name}", answer));
        });
    }

    private static Task<IResult> ChangeAsync(string id, JsonBody<LoginPolicyWish> body, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            EntityTags.RequireMatch(http.Request, LoginPolicyResource.TagOf(Find(state, id)));
            var policy = Read(body.Value, id);
            return Task.FromResult(new Draft(
                new DesiredEdit.PutLoginPolicy(policy), $"Change the login policy {policy.Name}", LoginPolicyResource.Saved(policy, state, StatusCodes.Status200OK)));
        });

    private static Task<IResult> RemoveAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            var policy = Find(state, id);
            EntityTags.RequireMatch(http.Request, LoginPolicyResource.TagOf(policy));
            return Task.FromResult(Empty(new DesiredEdit.RemoveLoginPolicy(id), $"Remove the login policy {policy.Name}"));
        });

    private static Task<IResult> MakeDefaultAsync(string id, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state => Task.FromResult(Empty(new DesiredEdit.SetDefaultLoginPolicy(id), $"Make {Find(state, id).Name} the default login policy")));

    private static Task<IResult> ClearDefaultAsync(HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, _ => Task.FromResult(Empty(new DesiredEdit.SetDefaultLoginPolicy(null), "Have no default login policy")));

    private static async Task<ApiAnswer> PlanAsync(JsonBody<LoginPolicyWish> body, SettledPreview preview, DesiredIds ids, CancellationToken cancellationToken)
    {
        var policy = Read(body.Value, ids.NewExposure());
        return ApiAnswer.Of(PlanResource.Of(await preview.PlanAsync(new DesiredEdit.PutLoginPolicy(policy), policy.Id, cancellationToken)));
    }

    private static Draft Empty(DesiredEdit edit, string words) => new(edit, words, ApiAnswer.Empty(StatusCodes.Status204NoContent));

    private static LoginPolicy Read(LoginPolicyWish wish, string id)
    {
        var (policy, faults) = wish.ToForm().Read(id);
        return policy ?? throw new ProblemException(Problem.Invalid(faults));
    }

    private static LoginPolicy Find(DesiredState state, string id) => state.FindLoginPolicy(id) ?? throw new ProblemException(Problem.Of(StatusCodes.Status404NotFound));
}
