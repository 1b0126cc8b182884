using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Api.Problems;
using HomelabPortal.Desired;

namespace HomelabPortal.Activity.Api;

internal static class PolicyApi
{
    public static void MapPolicyApi(this RouteGroupBuilder api)
    {
        var policy = api.MapGroup("/policy").WithTags("Policy");
        policy.MapGet("", (DesiredStore desired) => new PolicyResource(desired.Current.Policy).ToAnswer())
            .RequireAct(Act.SeeLab).Produces<PolicyResource>().Tagged().WithSummary("How far the portal may go by itself");
        policy.MapPut("", ChangeAsync).RequireAct(Act.ChangePolicy).RequireIfMatch().Produces<PolicyResource>().Tagged(isReading: false).WithSummary("Change how far the portal may go by itself");
    }

    private static Task<IResult> ChangeAsync(JsonBody<PolicyWish> body, HttpContext http, ChangeDesk desk) =>
        desk.SaveAsync(http, state =>
        {
            EntityTags.RequireMatch(http.Request, PolicyResource.TagOf(state.Policy));
            var policy = body.Value.Policy ?? throw new ProblemException(Problem.Invalid("policy", "The policy is observe, upsert or sync."));
            return Task.FromResult(new Draft(new DesiredEdit.SetPolicy(policy), $"Change the policy to {policy}", new PolicyResource(policy).ToAnswer()));
        });
}
