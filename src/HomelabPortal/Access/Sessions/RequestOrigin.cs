namespace HomelabPortal.Access.Sessions;

/// <summary>Where a request came from, for the list of sessions and the audit.</summary>
internal sealed record RequestOrigin(string Address, string Client)
{
    private const int MostClient = 200;

    public static RequestOrigin Of(HttpContext context)
    {
        var client = context.Request.Headers.UserAgent.ToString();
        return new RequestOrigin(context.Connection.RemoteIpAddress?.ToString() ?? "", client[..Math.Min(client.Length, MostClient)]);
    }
}
