using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Identity;

/// <summary>Says who an access token was given for, as things are now.</summary>
internal static class UserInfoCalls
{
    private const string Bearer = "Bearer ";

    public static JsonObject Answer(IdentityState state, string? authorization)
    {
        if (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) != true
            || !state.AccessTokens.TryGetValue(authorization[Bearer.Length..], out var grant)
            || state.Now >= grant.ExpiresAt
            || state.Find(grant.Subject) is not { IsSuspended: false } user)
        {
            throw IdentityFault.InvalidToken();
        }

        var answer = new JsonObject { ["sub"] = user.Subject, ["name"] = user.Name };
        if (grant.Scopes.Contains("profile")) answer["preferred_username"] = user.Name;
        if (grant.Scopes.Contains("email")) answer["email"] = user.Email;
        if (grant.Scopes.Contains("groups")) answer["groups"] = new JsonArray([.. user.Groups.Select(group => (JsonNode)group)]);
        return answer;
    }
}
