using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Access.Providers;

/// <summary>
/// The framework's OAuth handler, which keeps state, correlation cookie and PKCE; here it learns where the provider is,
/// and asks userinfo over TLS who somebody is instead of believing a token.
/// </summary>
internal sealed class ProviderHandler(
    IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ProviderBook book, ProviderDirectory directory, ProviderClient client, ErrandBook errands, PortalAddress address)
    : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    private ProviderEndpoints? _endpoints;

    private Provider Provider => book.FindByScheme(Scheme.Name) ?? throw new InvalidOperationException($"There is no provider {Scheme.Name}.");

    /// <summary>By the public address, whatever proxies have made of the request.</summary>
    private string Callback => address.OriginOf(Request) + Options.CallbackPath;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        _endpoints = await directory.FindAsync(Provider, Context.RequestAborted);
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(base.BuildChallengeUrl(properties, Callback)).Query);
        var errand = Errand.From(properties);
        if (Provider.Kind == ProviderKind.Oidc)
            query["nonce"] = errand?.Id;
        if (errand?.Purpose == Purpose.Proof)
            (query["prompt"], query["max_age"]) = ("login", "0");
        var endpoint = _endpoints?.Authorization ?? throw new InvalidOperationException("The provider was not asked where it is.");
        return QueryHelpers.AddQueryString(endpoint.ToString(), query);
    }

    /// <summary>State and correlation cookie have been checked before this.</summary>
    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        if (Errand.From(context.Properties) is not { } errand || !errands.TryAnswer(errand) || IsFromAnotherIssuer)
            throw new ProviderException(ProviderProblem.NotBegun, "The answer was used before, is late, or is another issuer's.");
        if (!context.Properties.Items.TryGetValue(OAuthConstants.CodeVerifierKey, out var verifier) || verifier is null)
            throw new ProviderException(ProviderProblem.NotBegun, "The state holds no code verifier.");
        _endpoints = await directory.FindAsync(Provider, Context.RequestAborted);
        var tokens = await client.ExchangeAsync(Provider, _endpoints.Token, context.Code, verifier, Callback, Context.RequestAborted);
        var person = await client.PersonAsync(Provider, _endpoints.UserInfo, tokens, Context.RequestAborted);
        Context.Features.Set(new ProviderAnswer(Provider, person, tokens, errand));
        return OAuthTokenResponse.Success(JsonDocument.Parse("""{"access_token":"kept elsewhere"}"""));
    }

    protected override Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens) =>
        Task.FromResult(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme.Name));

    /// <summary>RFC 9207: an answer that names its issuer must be from ours.</summary>
    private bool IsFromAnotherIssuer => Request.Query["iss"] is { Count: > 0 } issuer && issuer != Provider.Issuer;
}
