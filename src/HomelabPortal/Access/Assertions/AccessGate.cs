using Microsoft.Extensions.Logging;

namespace HomelabPortal.Access.Assertions;

/// <summary>
/// A middleware before everything else: a request of the tunnel path passes only with a good assertion of Cloudflare Access.
/// It is a gate and no sign-in: nobody becomes anybody by it, and the paths of the house do not have it.
/// </summary>
internal sealed partial class AccessGate(AssertionCheck check, TimeProvider time, ILogger<AccessGate> logger)
{
    public const string Header = "Cf-Access-Jwt-Assertion";
    private static readonly TimeSpan _quiet = TimeSpan.FromMinutes(1);
    private long _saidAt;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!TunnelPath.Brought(context.Request.Headers))
        {
            await next(context);
            return;
        }

        switch (await LookAsync(context))
        {
            case AssertionVerdict.Believed:
                await next(context);
                break;
            case AssertionVerdict.NoKeys verdict:
                Say(verdict.Why);
                context.Response.Headers.RetryAfter = "60";
                await AccessGatePage.WriteAsync(context, StatusCodes.Status503ServiceUnavailable);
                break;
            case AssertionVerdict.Refused verdict:
                Say(verdict.Why);
                await AccessGatePage.WriteAsync(context, StatusCodes.Status403Forbidden);
                break;
        }
    }

    /// <summary>Two assertions are none: it could not be said which of them the edge has put there.</summary>
    private async Task<AssertionVerdict> LookAsync(HttpContext context) => context.Request.Headers[Header] switch
    {
        [{ Length: > 0 } only] => await check.LookAsync(only, context.RequestAborted),
        _ => new AssertionVerdict.Refused("there is no assertion, or more than one"),
    };

    /// <summary>Once a minute: a stranger must not fill the log.</summary>
    private void Say(string why)
    {
        var (now, before) = (time.GetUtcNow().UtcTicks, Volatile.Read(ref _saidAt));
        if (now - before >= _quiet.Ticks && Interlocked.CompareExchange(ref _saidAt, now, before) == before)
            Log.Refused(logger, why);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request of the tunnel path at the Cloudflare Access gate: {Why}. More of this minute are not logged.")]
        public static partial void Refused(ILogger logger, string why);
    }
}
