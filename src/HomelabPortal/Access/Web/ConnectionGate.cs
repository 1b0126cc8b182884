using HomelabPortal.Platform;

namespace HomelabPortal.Access.Web;

/// <summary>
/// Around the hub of the pages: WebSockets only, so many per person and address, and each known by name while it lives.
/// After authentication, for it goes by the session.
/// </summary>
internal sealed class ConnectionGate(OpenConnections connections, Live<AccessState> access, TimeProvider time)
{
    private static readonly PathString _hub = "/_blazor";

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != _hub)
            return next(context);
        // Without the two other transports there is one door to watch, and each connection is one request that can be ended.
        if (!OriginRule.IsSocket(context.Request))
            return PlainAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, "The portal's pages speak over WebSockets only.", "Let WebSockets through whatever is in front of the portal.");
        var actor = Actor.Of(context.User);
        // Nobody is turned away by authorization, which comes next.
        return actor is { SessionId: { } session, AccountId: { } account }
            ? HoldAsync(context, next, new OpenConnection(session, account, AddressOf(context), RequestKind.IsDemo(access.Current.Value, actor), context.Abort))
            : next(context);
    }

    private async Task HoldAsync(HttpContext context, RequestDelegate next, OpenConnection connection)
    {
        if (connections.TryAdd(connection) is { } full)
        {
            await PlainAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, "Too many pages are open.", full);
            return;
        }

        try
        {
            // The session may have ended between its check and this line; whoever ends one now finds the connection.
            if (OpenConnections.IsAlive(connection, access.Current.Value, time.GetUtcNow()))
                await next(context);
            else
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        finally
        {
            connections.Remove(connection);
        }
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
