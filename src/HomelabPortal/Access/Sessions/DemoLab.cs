using System.Net;

namespace HomelabPortal.Access.Sessions;

/// <summary>Whether this portal shows a simulated lab, whose visitors on the same machine need not sign in.</summary>
internal sealed record DemoLab(bool IsHere)
{
    /// <summary>The address is asked too, so that a wrong setting alone lets nobody in from elsewhere.</summary>
    public bool Admits(HttpContext context) => IsHere && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}
