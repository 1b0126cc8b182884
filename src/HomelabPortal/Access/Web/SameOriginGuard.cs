using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access.Web;

/// <summary>Turns away what another site makes a browser send. Before everything that looks at cookies.</summary>
internal sealed partial class SameOriginGuard(PortalAddress address, ILogger<SameOriginGuard> logger)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (OriginRule.Allows(context.Request, address.OriginOf(context.Request)))
            return next(context);
        Log.Refused(logger, context.Request.Method, context.Request.Path, context.Connection.RemoteIpAddress);
        return PlainAnswer.WriteAsync(
            context, StatusCodes.Status403Forbidden, "This request did not come from the portal's own pages.",
            address.Configured is { } own
                ? $"Open the portal at {own.GetLeftPart(UriPartial.Authority)}. A program sends a token: Authorization: Bearer."
                : "Open the portal's page anew. A program sends a token: Authorization: Bearer.");
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Refused {Method} {Path} from {Address}: its origin is not the portal's.")]
        public static partial void Refused(ILogger logger, string method, PathString path, System.Net.IPAddress? address);
    }
}
