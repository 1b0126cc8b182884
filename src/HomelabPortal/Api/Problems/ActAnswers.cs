using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace HomelabPortal.Api.Problems;

/// <summary>Keeps the reason of a refused endpoint of the API, so that the problem can tell role, scope and missing proof apart.</summary>
internal sealed class ActAnswers(AuthorityCheck authority) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden || !BearerRequest.IsForApi(context.Request) || RefusalOf(context) is not { } refusal)
            return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Features.Set(refusal);
        return refusal.Kind == AccessRefusalKind.SignedOut ? context.ChallengeAsync() : context.ForbidAsync();
    }

    private AccessRefusal? RefusalOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RequireActAttribute>() is { } required
            ? authority.WhyNot(Actor.Of(context.User), required.Act)
            : null;
}
