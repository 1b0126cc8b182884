using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>Serves an <see cref="IdentityState"/> under the paths Gitea has, which its discovery document names.</summary>
internal static class IdentityEndpoints
{
    private const string Base = "/login/oauth";

    public static void MapIdentity(this IEndpointRouteBuilder routes, IdentityState state)
    {
        routes.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Json(Discovery(IssuerOf(request))));
        routes.MapGet(Base + "/keys", () => Locked(state, () => Json(state.PublishedKeys())));
        routes.MapGet("/cdn-cgi/access/certs", () => Locked(state, () => Json(state.PublishedKeys())));
        routes.MapGet(Base + "/authorize", (HttpRequest request) => Locked(state, () => AuthorizeCalls.Answer(state, request)));
        routes.MapPost(Base + "/access_token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return Locked(state, () => Json(TokenCalls.Answer(state, IssuerOf(request), form, request.Headers.Authorization)));
        });
        routes.MapGet(Base + "/userinfo", (HttpRequest request) => Locked(state, () => Json(UserInfoCalls.Answer(state, request.Headers.Authorization))));
    }

    private static string IssuerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static JsonObject Discovery(string issuer) => new()
    {
        ["issuer"] = issuer,
        ["authorization_endpoint"] = issuer + Base + "/authorize",
        ["token_endpoint"] = issuer + Base + "/access_token",
        ["userinfo_endpoint"] = issuer + Base + "/userinfo",
        ["jwks_uri"] = issuer + Base + "/keys",
        ["response_types_supported"] = new JsonArray("code"),
        ["scopes_supported"] = new JsonArray("openid", "profile", "email", "groups"),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"),
    };

    private static IResult Locked(IdentityState state, Func<IResult> answer)
    {
        try
        {
            lock (state.Gate) return answer();
        }
        catch (IdentityFault fault)
        {
            return Json(fault.Body, fault.Status);
        }
    }

    private static IResult Json(JsonObject body, int status = StatusCodes.Status200OK) =>
        Results.Content(body.ToJsonString(SimulatorJson.Options), "application/json", statusCode: status);
}
