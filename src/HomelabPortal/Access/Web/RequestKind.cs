using HomelabPortal.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace HomelabPortal.Access.Web;

/// <summary>Which budget a request draws on, and whose it is.</summary>
/// <param name="Key">The caller: a token, an account or an address.</param>
internal sealed record RequestKind(RequestBudget Budget, string Key)
{
    /// <summary>Null for what is not counted: files, probes, and the demo admin, who is everybody on this machine.</summary>
    public static RequestKind? Of(HttpContext context, AccessState state)
    {
        var request = context.Request;
        var actor = Actor.Of(context.User);
        if (IsFileOrProbe(context.GetEndpoint(), request) || IsDemo(state, actor))
            return null;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (request.Path.StartsWithSegments("/api"))
            return new(RequestBudget.Api, actor.TokenId ?? actor.AccountId ?? address);
        if (request.Path.StartsWithSegments("/_blazor/negotiate"))
            return new(RequestBudget.Negotiate, address);
        // Whatever somebody posts who is nobody yet is a try to become somebody.
        return HttpMethods.IsPost(request.Method) && actor.AccountId is null
            ? new(RequestBudget.SignIn, address)
            : new(RequestBudget.Other, address);
    }

    public static bool IsDemo(AccessState state, Actor actor) =>
        actor.SessionId is { } id && state.Sessions.GetValueOrDefault(id) is { Method: SessionInfo.Demo };

    private static bool IsFileOrProbe(Endpoint? endpoint, HttpRequest request) =>
        endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || request.Path.StartsWithSegments("/healthz")
        || request.Path.StartsWithSegments("/readyz");
}
