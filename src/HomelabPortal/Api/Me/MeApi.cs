using System.Text.Json;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api.Problems;

namespace HomelabPortal.Api.Me;

internal static class MeApi
{
    public static void MapMeApi(this RouteGroupBuilder api) =>
        api.MapGet("/me", Get).RequireAct(Act.SeeLab).Produces<MeResource>().WithSummary("Who am I, and what may I do?");

    private static ApiAnswer Get(HttpContext http, AccessStore store, AuthorityCheck authority)
    {
        var actor = Actor.Of(http.User);
        var state = store.Current;
        var account = state.FindActiveAccount(actor.AccountId ?? "") ?? throw new ProblemException(Problem.Of(StatusCodes.Status401Unauthorized));
        var token = actor.TokenId is { } id ? state.Tokens.GetValueOrDefault(id) : null;
        var session = actor.SessionId is { } sid ? state.Sessions.GetValueOrDefault(sid) : null;
        var acts = Enum.GetValues<Act>().Where(act => authority.WhyNot(actor, act) is null or { Kind: AccessRefusalKind.NeedsProof });
        return ApiAnswer.Of(new MeResource(
            account.Name, account.Role, token?.Name, token is { } known ? [.. known.Scopes] : null, token?.ExpiresAt ?? session?.ExpiresAt,
            [.. acts.Select(act => JsonNamingPolicy.CamelCase.ConvertName(act.ToString()))]));
    }
}
