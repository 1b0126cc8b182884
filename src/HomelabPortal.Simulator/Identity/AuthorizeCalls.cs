using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace HomelabPortal.Simulator.Identity;

/// <summary>The page a browser is sent to: approves as the person who is signed in here, or lets one be chosen.</summary>
internal static class AuthorizeCalls
{
    private static readonly TimeSpan _codeLifetime = TimeSpan.FromMinutes(10);

    public static IResult Answer(IdentityState state, HttpRequest request)
    {
        var query = request.Query;
        var redirect = Required(query, "redirect_uri");
        if (Required(query, "client_id") != state.Client.Id) throw IdentityFault.InvalidRequest("The client is not known.");
        if (!IsRegistered(redirect)) throw IdentityFault.InvalidRequest("The redirect_uri is not registered.");
        if (Required(query, "response_type") != "code") throw IdentityFault.InvalidRequest("Only response_type=code is offered.");
        if (query["code_challenge_method"] != "S256") throw IdentityFault.InvalidRequest("PKCE with S256 is asked for.");
        if ((query["as"].FirstOrDefault() ?? state.SignedInAs) is not { } subject) return Choose(state, request);
        if (state.Find(subject) is not { IsSuspended: false }) return Back(redirect, ("error", "access_denied"), ("state", StateOf(state, query)));
        if (!state.IgnoresPrompt && (query["prompt"] == "login" || query["max_age"] == "0")) state.SignedInAt = state.Now;
        var code = IdentityState.NewToken("sim-code-");
        state.Codes[code] = new IdentityGrant
        {
            Subject = subject,
            RedirectUri = redirect,
            Challenge = Required(query, "code_challenge"),
            Scopes = (query["scope"].FirstOrDefault() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Nonce = query["nonce"],
            SignedInAt = state.SignedInAt,
            ExpiresAt = state.Now + _codeLifetime,
        };
        return Back(redirect, ("code", code), ("state", StateOf(state, query)));
    }

    /// <summary>The portal's port is not known here, so every callback on this machine is.</summary>
    private static bool IsRegistered(string redirect) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var uri) && (uri.IsLoopback || uri.Scheme == Uri.UriSchemeHttps) && uri.AbsolutePath.StartsWith("/signin/", StringComparison.Ordinal);

    private static string? StateOf(IdentityState state, IQueryCollection query) => state.WrongState ?? query["state"].FirstOrDefault();

    private static IResult Back(string redirect, params (string Name, string? Value)[] answer) =>
        Results.Redirect(answer.Aggregate(redirect, (url, part) => part.Value is null ? url : QueryHelpers.AddQueryString(url, part.Name, part.Value)));

    private static IResult Choose(IdentityState state, HttpRequest request)
    {
        var here = request.Path + request.QueryString;
        var people = state.Users.Select(user =>
            $"<li><a href=\"{WebUtility.HtmlEncode(QueryHelpers.AddQueryString(here, "as", user.Subject))}\">{WebUtility.HtmlEncode(user.Name)}</a> {WebUtility.HtmlEncode(string.Join(", ", user.Groups))}</li>");
        return Results.Content($"<!doctype html><title>Simulated provider</title><h1>Who are you?</h1><ul>{string.Concat(people)}</ul>", "text/html");
    }

    private static string Required(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } value] ? value : throw IdentityFault.InvalidRequest($"{name} is missing.");
}
