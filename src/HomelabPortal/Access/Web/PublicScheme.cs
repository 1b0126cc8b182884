namespace HomelabPortal.Access.Web;

/// <summary>
/// People reach the portal over the scheme of its public address, also when a proxy in front speaks plain HTTP to it.
/// Cookies that insist on TLS and links to come back to depend on it.
/// </summary>
internal sealed class PublicScheme(PortalAddress address)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (address.Configured is { } own)
            context.Request.Scheme = own.Scheme;
        return next(context);
    }
}
